import type { ReactNode } from 'react';
import type { Input } from '../../../shared/contract/contract.ts';
import { csvDateOrderSchema, csvMappingSchema, type CsvMapping } from '../../../shared/schemas/patient.ts';
import { SelectField } from '../../components/select-field.tsx';
import { text } from '../../text.ts';
import classes from './patients.module.css';

type DateOrder = Input<'patients.import'>['dateOrder'];
type ImportMappingProps = {
  columns: readonly string[];
  mapping: CsvMapping;
  dateOrder: DateOrder;
  onMapping: (mapping: CsvMapping) => void;
  onDateOrder: (dateOrder: DateOrder) => void;
};

const words = text.patients.import;
const FIELDS = csvMappingSchema.keyof().options;
const NOT_IN_FILE = '';

function labelOf(field: keyof CsvMapping): string {
  return field === 'fullName' ? words.fullName : text.patients.form[field];
}

/** Which column of the file holds which field, and how its dates are written. */
export function ImportMapping({ columns, mapping, dateOrder, onMapping, onDateOrder }: ImportMappingProps): ReactNode {
  // Two columns may carry the same heading; each choice is listed once.
  const choices = [
    { value: NOT_IN_FILE, label: words.notInFile },
    ...[...new Set(columns)].map((column) => ({ value: column, label: column })),
  ];
  return (
    <fieldset className={classes['plainFieldset']}>
      <legend>{words.mapping}</legend>
      <div className={classes['mapping']}>
        {FIELDS.map((field) => (
          <SelectField
            key={field}
            fieldPath={`mapping.${field}`}
            label={labelOf(field)}
            value={mapping[field] ?? NOT_IN_FILE}
            choices={choices}
            onChange={(column) => onMapping({ ...mapping, [field]: column === NOT_IN_FILE ? null : column })}
          />
        ))}
        <SelectField
          fieldPath="dateOrder"
          label={words.dateOrder}
          value={dateOrder}
          choices={csvDateOrderSchema.options.map((value) => ({ value, label: words.dateOrders[value] }))}
          onChange={(order) => onDateOrder(order ?? dateOrder)}
        />
      </div>
    </fieldset>
  );
}
