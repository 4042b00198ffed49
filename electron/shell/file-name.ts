import { shellText } from '../../shared/text/en/shell.ts';

/** A name every file system takes: no separators, no reserved or control characters, no dot at either end, ending in `.pdf` or `.csv`. */
export function fileNameFrom(suggested: string, extension: 'pdf' | 'csv' = 'pdf'): string {
  const stem = suggested
    .replace(/\.(pdf|csv)$/i, '')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${stem === '' ? shellText.sheetName : stem}.${extension}`;
}
