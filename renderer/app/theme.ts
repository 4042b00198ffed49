import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { text } from '../text.ts';

// Every shade is the one accent: Mantine wants ten, the look has one, and the CSS variables below carry light and dark.
const accent: MantineColorsTuple = [
  '#dceee9',
  '#dceee9',
  '#6bcbb9',
  '#6bcbb9',
  '#0e6558',
  '#0e6558',
  '#0e6558',
  '#0e6558',
  '#0b5449',
  '#0b5449',
];

const variantColors: VariantColorsResolver = ({ variant }) => {
  switch (variant) {
    case 'filled':
      return {
        background: 'var(--accent)',
        hover: 'var(--accent-hover)',
        color: 'var(--on-accent)',
        border: '1px solid transparent',
      };
    case 'subtle':
    case 'transparent':
      return {
        background: 'transparent',
        hover: 'var(--sunken)',
        color: 'var(--ink-2)',
        border: '1px solid transparent',
      };
    default:
      return {
        background: 'var(--surface)',
        hover: 'var(--sunken)',
        color: 'var(--ink)',
        border: '1px solid var(--edge)',
      };
  }
};

/** Mantine's settings in the terms of the look (sizes in px). */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent },
  primaryShade: { light: 5, dark: 2 },
  variantColorResolver: variantColors,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '700' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '24px' },
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '6px', sm: '8px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  shadows: { sm: 'var(--shadow-panel)', md: 'var(--shadow-dialog)', lg: 'var(--shadow-dialog)', xl: 'var(--shadow-dialog)' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // Square enough not to be taken for a radio button.
    Checkbox: { defaultProps: { radius: 4 } },
    Modal: {
      defaultProps: {
        radius: 'xl',
        centered: true,
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': text.app.close },
        // The head of a dialog is no further banner of the page.
        attributes: { header: { role: 'none' } },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
    Select: { defaultProps: { allowDeselect: false, comboboxProps: { transitionProps: { duration: 0 } } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  // A wrong field is told by its words and icon; red is kept for an emergency.
  '--mantine-color-error': 'var(--ink)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
};

/** Maps Mantine's variables to the tokens, which carry light and dark themselves. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });

/** Keeps the chosen theme in memory: the window writes nothing to browser storage. */
export function memoryColorScheme(): MantineColorSchemeManager {
  let chosen: MantineColorScheme | null = null;
  return {
    get: (fallback) => chosen ?? fallback,
    set: (value) => {
      chosen = value;
    },
    subscribe: () => {},
    unsubscribe: () => {},
    clear: () => {
      chosen = null;
    },
  };
}
