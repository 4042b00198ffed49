/** The part of silabea 1 that the reading index uses. The package ships no types and is CommonJS. */
declare module 'silabea' {
  const silabea: {
    /** Splits one Spanish word, of any case, into its syllables. */
    getSilabas(palabra: string): { numeroSilaba: number };
  };
  export default silabea;
}
