export { VisitPage } from './visit.page.tsx';
