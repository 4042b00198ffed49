import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../shared/contract/contract.ts';
import { menuText, shellText } from '../../shared/text/en/shell.ts';

type Command = EventPayload<'menu'>['command'];

/** The application menu. What concerns records is said to the window as a `menu` event; text editing and zoom stay Chromium's. */
export function installMenu(send: (command: Command) => void): void {
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  // The page hears these keys itself and knows whether a text field or the record is meant; the menu only shows them.
  const shown = (label: string, command: Command, accelerator: string): MenuItemConstructorOptions => ({
    ...item(label, command, accelerator),
    registerAccelerator: false,
  });

  const template: MenuItemConstructorOptions[] = [
    {
      label: menuText.file,
      submenu: [
        item(menuText.newPatient, 'new-patient', 'CmdOrCtrl+N'),
        item(menuText.findPatient, 'find-patient', 'CmdOrCtrl+F'),
        item(menuText.today, 'today', 'CmdOrCtrl+D'),
        { type: 'separator' },
        item(menuText.settings, 'settings', 'CmdOrCtrl+,'),
        item(menuText.lock, 'lock', 'CmdOrCtrl+L'),
        { type: 'separator' },
        { role: 'quit', label: menuText.quit },
      ],
    },
    {
      label: menuText.edit,
      submenu: [
        shown(menuText.undo, 'undo', 'CmdOrCtrl+Z'),
        shown(menuText.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut', label: menuText.cut },
        { role: 'copy', label: menuText.copy },
        { role: 'paste', label: menuText.paste },
        { role: 'selectAll', label: menuText.selectAll },
      ],
    },
    {
      label: menuText.view,
      submenu: [
        { role: 'zoomIn', label: menuText.zoomIn },
        { role: 'zoomOut', label: menuText.zoomOut },
        { role: 'resetZoom', label: menuText.resetZoom },
        { type: 'separator' },
        { role: 'togglefullscreen', label: menuText.fullScreen },
      ],
    },
    {
      label: menuText.help,
      role: 'help',
      submenu: [item(menuText.keys, 'keys', 'F1'), item(menuText.diagnostics, 'diagnostics'), item(menuText.about, 'about')],
    },
  ];
  // On macOS the first menu always carries the app's name.
  if (process.platform === 'darwin') template.unshift({ label: shellText.appName, role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
