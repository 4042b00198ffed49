import { screenText } from '../shared/text/index.ts';

/** Every word of the screens, in the window's language. */
export const text = screenText('en');
