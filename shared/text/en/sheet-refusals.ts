/** Why a home-care sheet waits, beside what its own assessment says. */
export const sheetRefusals = {
  answersToConfirm: 'Red-flag answers of an older draft wait to be confirmed. Confirm each one, or print the safety sheet.',
  unreadFields:
    'A field of this visit holds something that cannot be read or cannot be right. Correct or empty it, or print the safety sheet.',
  newerFlag: 'A newer visit of this patient has a red flag without an outcome. Record it first, or print the safety sheet.',
  lookAgain: (finding: string): string => `${finding} Look again and answer the card in the visit, or print the safety sheet.`,
} as const;
