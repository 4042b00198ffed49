import '../shared/zod-setup.ts';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.layer.css';
import './app/fonts.css';
import './app/tokens.css';
import './app/base.css';
import './app/mantine.css';
import { App } from './app/app.tsx';
import { startDeskState } from './app/desk-state.ts';
import { recordIncident } from './app/incidents.ts';

// Libraries that add a `<style>` ask get-nonce for the nonce the shell put into this page.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
if (nonce !== undefined && nonce !== '') setNonce(nonce);

window.addEventListener('unhandledrejection', (event) => recordIncident(event.reason));
window.addEventListener('error', (event) => recordIncident(event.error));

startDeskState();

const root = document.querySelector('#root');
if (root === null) throw new Error('no #root in the page');
// Errors that a boundary shows are noted by it; React would print them with their message.
createRoot(root, { onCaughtError: () => undefined, onUncaughtError: (thrown) => recordIncident(thrown) }).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
