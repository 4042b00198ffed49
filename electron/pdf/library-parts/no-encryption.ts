/** Stands where pdfkit has its cipher. Throws: no sheet is encrypted by itself; the desk encrypts the database that keeps it. */
export function cbc(): never {
  throw new Error('Sheets are not encrypted one by one.');
}

export { cbc as ecb };
