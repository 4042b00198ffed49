import { createContext, useContext } from 'react';
import type { CalendarDate } from '../../shared/schemas/common.ts';
import type { DateFormat } from './dates.ts';

/** How this clinic writes dates, and the desk's "today": the only one the window uses. */
export type DateSettings = { format: DateFormat; today: CalendarDate; timeZone: string };

const DateSettingsContext = createContext<DateSettings | null>(null);

export const DateSettingsProvider = DateSettingsContext.Provider;

/** The clinic's date settings. Only inside an open desk. */
export function useDateSettings(): DateSettings {
  const settings = useContext(DateSettingsContext);
  if (settings === null) throw new Error('useDateSettings outside DateSettingsProvider');
  return settings;
}
