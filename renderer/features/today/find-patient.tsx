import { Combobox, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { navigate } from '../../app/routes.ts';
import { useDateSettings } from '../../components/date-settings.tsx';
import { ageOn, formatDate } from '../../components/dates.ts';
import { Kbd } from '../../components/kbd.tsx';
import { text } from '../../text.ts';
import classes from './today.module.css';
import { useFindPatient } from './today.resource.ts';

const words = text.today;

/** Type a name, a birth date or a number; Enter opens the chart. Searches the whole store. */
export function FindPatient(): ReactNode {
  const [query, setQuery] = useState('');
  const rows = useFindPatient(query);
  const { format, today } = useDateSettings();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  const lookInPatients = (): void => navigate({ page: 'patients', intent: 'browse', query });

  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      transitionProps={{ duration: 0 }}
      onOptionSubmit={(patientId) => navigate({ page: 'patient', patientId })}
    >
      <Combobox.Target>
        <div className={classes['find']} role="search">
          <IconSearch size={18} stroke={1.8} aria-hidden="true" />
          <Combobox.EventsTarget>
            <input
              type="text"
              data-find
              aria-label={words.find}
              placeholder={words.find}
              value={query}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setQuery(event.currentTarget.value);
                combobox.openDropdown();
                combobox.resetSelectedOption();
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && query.trim() !== '') lookInPatients();
              }}
              onFocus={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
            />
          </Combobox.EventsTarget>
          <Kbd>/</Kbd>
        </div>
      </Combobox.Target>
      <Combobox.Dropdown hidden={rows === undefined}>
        <Combobox.Options aria-label={words.find}>
          {rows?.length === 0 && <Combobox.Empty>{words.findNone}</Combobox.Empty>}
          {rows?.map((row) => (
            <Combobox.Option key={row.patientId} value={row.patientId}>
              <span className={classes['option']}>
                <b dir="auto">
                  {row.familyName}, {row.givenNames}
                </b>
                <span>
                  {formatDate(row.birthDate, format)} · {text.app.patient.age(ageOn(row.birthDate, today))}
                  {row.ownNumber !== '' && ` · ${text.app.patient.number(row.ownNumber)}`}
                </span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
