import { launchLasegue, freshFolder, removeFolder } from './e2e/launch.ts';
import { createDemoDesk } from './e2e/pages/desk.ts';
const userData = await freshFolder();
const l = await launchLasegue({ userData });
const p = l.page;
const setSize = async (w: number, h: number) => { await l.app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]!.setContentSize(w!, h!), [w, h]); await p.waitForTimeout(300); };
const shot = (n: string) => p.screenshot({ path: `/tmp/look/${n}.png` });
try {
await setSize(1280, 800);
await createDemoDesk(p);
await shot('02-today');
await p.getByRole('button', { name: 'Patients' }).click();
await p.waitForTimeout(700);
await p.keyboard.type('farq');
await p.waitForTimeout(500);
await p.keyboard.press('Enter');
await p.waitForTimeout(900);
await shot('04-chart');
await p.getByRole('button', { name: 'Start review' }).click(); await p.waitForTimeout(1500);
await setSize(1280, 2600); await p.waitForTimeout(500);
await shot('10-talk');
const strip = (name: string) => p.getByRole('button', { name: new RegExp(name) }).first();
for (const s of ['Stand', 'Sit', 'Lying on back', 'Lying face down', 'Plan and sheet']) { await strip(s).click(); await p.waitForTimeout(600); await shot('11-' + s.replaceAll(' ', '-')); }
await setSize(1280, 800);
await p.getByRole('button', { name: 'Settings' }).click(); await p.waitForTimeout(700);
await shot('20-settings');
for (const s of await p.locator('nav a, nav button').allInnerTexts()) console.log(s);
} catch (e) { console.log(e); await shot('err'); }
console.log(l.log().slice(0, 3000));
await l.close(); await removeFolder(userData);
