export { SalvageLink } from './salvage-dialog.tsx';
