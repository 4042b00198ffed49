// The strings a canary day puts into every kind of field. None of them stands anywhere else, so one found outside the desk leaked.

const COUNT = 200;
const ONSETS = ['Br', 'Cl', 'Dr', 'Fl', 'Gl', 'Kr', 'Pl', 'Qu', 'Str', 'Thr', 'Vr', 'Wr', 'Z'] as const;
const MIDDLES = ['andi', 'elqua', 'ivor', 'onzu', 'umbli', 'aczto', 'ephri', 'igwen', 'otyx', 'uskev', 'ołki'] as const;
const ENDS = ['harrow', 'quillon', 'vexley', 'dzinska', 'borough', 'thwick', 'müller'] as const;

/** Two hundred invented names of twelve characters and more, always the same, no two alike. */
export const CANARIES: readonly string[] = Array.from(
  { length: COUNT },
  (_, index) => `${ONSETS[index % ONSETS.length]}${MIDDLES[index % MIDDLES.length]}${ENDS[index % ENDS.length]}`,
);

/** Those that are typed into fields by name; the others come as patients of a list. */
export const TYPED_COUNT = 20;

/** One of the typed ones. */
export function typed(index: number): string {
  const canary = index < TYPED_COUNT ? CANARIES[index] : undefined;
  if (canary === undefined) throw new Error(`no typed canary ${index}`);
  return canary;
}

/** A list of patients, as the import reads it, with a canary in each of its columns of text. */
export function canaryList(): string {
  const rest = CANARIES.slice(TYPED_COUNT);
  const rows: string[] = [];
  for (let at = 0; at + 4 < rest.length; at += 5) {
    const [family, given, mail, address, note] = rest.slice(at, at + 5);
    rows.push(
      [family, given, `1961-04-${String((at % 28) + 1).padStart(2, '0')}`, `${mail}@example.org`, `4 ${address} Lane`, `See ${note}`].join(
        ';',
      ),
    );
  }
  return ['Surname;First name;Date of birth;Email;Address;Notes', ...rows].join('\r\n');
}
