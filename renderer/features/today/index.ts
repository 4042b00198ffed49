export { TodayPage } from './today.page.tsx';
export { useWaitingCount } from './today.resource.ts';
