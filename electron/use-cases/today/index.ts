export { todayHandlers } from './get-today.ts';
