import { BrowserWindow, session } from 'electron';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
export async function printPdf(window: BrowserWindow, pdf: Uint8Array): Promise<Result<Record<string, never>>> {
  void window;
  void pdf;
  void session;
  void ok;
  return fail('cancelled');
}
