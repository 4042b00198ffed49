type Named = { givenNames: string; familyName: string; latinName?: string | undefined };

const latinForm = (person: Named): string => person.latinName?.trim() ?? '';

/** "Łukasz Ćwikła", with the Latin form behind it where the name has one: "सीमा क्वात्रा (Seema Kwatra)". */
export function fullName(person: Named): string {
  const name = `${person.givenNames} ${person.familyName}`.trim();
  return latinForm(person) === '' ? name : `${name} (${latinForm(person)})`;
}

/** "Ćwikła, Łukasz", for lists sorted by family name. */
export function listName(person: Named): string {
  const name = `${person.familyName}, ${person.givenNames}`;
  return latinForm(person) === '' ? name : `${name} (${latinForm(person)})`;
}
