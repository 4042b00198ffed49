import { call } from '../api/call.ts';
import { failureMessage } from '../api/messages.ts';
import { incidentLines } from './incidents.ts';
import { showToast } from '../components/toast.tsx';
import { text } from '../text.ts';

/** Copies codes, versions and counts for whoever looks after this computer. Never patient data. */
export async function copyDiagnostics(): Promise<void> {
  try {
    const about = await call('shell.about', {});
    // A desk that gives no answer is itself worth telling.
    const desk = await call('desk.diagnostics', {}).catch((thrown: unknown) => ({ lines: [`desk: ${failureMessage(thrown)}`] }));
    const lines = [
      `Lasègue ${about.version}`,
      `Electron ${about.electron}, Chromium ${about.chromium}, Node ${about.node}`,
      `${about.platform}${about.developmentRuntime ? ', development runtime' : ''}, desk: ${about.desk}`,
      `desk ended unexpectedly: ${about.deskEndedUnexpectedly ? 'yes' : 'no'}`,
      ...desk.lines,
      ...incidentLines(),
    ];
    await call('shell.copyText', { text: lines.join('\n') });
    showToast(text.settings.about.copied);
  } catch (thrown) {
    showToast(failureMessage(thrown));
  }
}
