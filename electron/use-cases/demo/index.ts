export { createDemoHandlers } from './create-demo.ts';
