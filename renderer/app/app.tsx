import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { getNonce } from 'get-nonce';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Session } from '../../shared/contract/contract.ts';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query.ts';
import { DateSettingsProvider } from '../components/date-settings.tsx';
import { Toasts } from '../components/toast.tsx';
import { DeskScreen } from '../features/desk/index.ts';
import { useWaitingCount } from '../features/today/index.ts';
import { text } from '../text.ts';
import { AppFrame } from './app-frame.tsx';
import { Banners } from './banners.tsx';
import { leave, updateSession, useDeskState, useSession } from './desk-state.ts';
import { copyDiagnostics } from './diagnostics.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { useIdleLock } from './idle-lock.ts';
import { KeptWorkDialog } from './kept-work-dialog.tsx';
import { LeavingCover } from './leaving-cover.tsx';
import { renderPage } from './pages.tsx';
import { goBack, navigate, useRoute, type Route } from './routes.ts';
import { KeysDialog, useMenuCommands, useShortcutKeys, useShortcuts } from './shortcuts.tsx';
import { cssVariables, memoryColorScheme, theme } from './theme.ts';

const SESSION_REFRESH_MS = 60_000;

/** The window: providers, then the unlock screens or the pages. */
export function App(): ReactNode {
  const colorScheme = useMemo(() => memoryColorScheme(), []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      getStyleNonce={() => getNonce() ?? ''}
    >
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <Window />
        </ErrorBoundary>
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Window(): ReactNode {
  const state = useDeskState();
  if (state.phase === 'open' || state.phase === 'leaving') {
    return (
      <>
        <OpenDesk key={state.session.user.userId} />
        {state.phase === 'leaving' && <LeavingCover to={state.to} failure={state.failure} />}
      </>
    );
  }
  return <DeskScreen state={state} />;
}

function OpenDesk(): ReactNode {
  const session = useSession();
  const route = useRoute();
  const waiting = useWaitingCount();
  const [keysShown, setKeysShown] = useState(false);
  useFreshSession();
  useIdleLock(session.lockAfterMinutes);
  useShortcutKeys();

  const find = (): void => {
    const field = document.querySelector<HTMLInputElement>('[data-find]');
    if (field === null) navigate({ page: 'patients', intent: 'browse', query: '' });
    else field.focus();
  };
  const newPatient = (): void => navigate({ page: 'patients', intent: 'new-patient', query: '' });

  useShortcuts([
    { key: '/', label: text.app.keys.find, run: find },
    { key: 'n', label: text.app.keys.newPatient, run: newPatient },
    { key: '?', label: text.app.keys.list, run: () => setKeysShown(true) },
  ]);
  useMenuCommands({
    'new-patient': newPatient,
    'find-patient': find,
    today: () => navigate({ page: 'today' }),
    settings: () => navigate({ page: 'settings' }),
    about: () => navigate({ page: 'settings', section: 'log' }),
    diagnostics: () => void copyDiagnostics(),
    lock: () => void leave('lock'),
    keys: () => setKeysShown(true),
  });
  useBackKey();
  useFocusOnPage(route);

  const dates = useMemo(
    () => ({ format: session.clinic.dateFormat, today: session.today, timeZone: session.timeZone }),
    [session.clinic.dateFormat, session.today, session.timeZone],
  );

  return (
    <DateSettingsProvider value={dates}>
      <AppFrame waiting={waiting} onLock={() => void leave('lock')} banners={<Banners isDemo={session.isDemo} />}>
        <ErrorBoundary key={recordOf(route)} onLeave={() => navigate({ page: 'today' })}>
          {renderPage(route)}
        </ErrorBoundary>
      </AppFrame>
      <KeysDialog opened={keysShown} onClose={() => setKeysShown(false)} />
      <KeptWorkDialog userId={session.user.userId} />
    </DateSettingsProvider>
  );
}

/** The page and the record it shows: a failed page is tried afresh when another one is opened, and not for every key typed in a search. */
function recordOf(route: Route): string {
  if (route.page === 'patient') return `patient ${route.patientId}`;
  return route.page === 'visit' || route.page === 'signed-visit' ? `${route.page} ${route.visitId}` : route.page;
}

/** Keeps "today" right in a window left open over midnight. */
function useFreshSession(): void {
  useEffect(() => {
    const refresh = async (): Promise<void> => {
      const session: Session | null = await call('desk.session', {}).catch(() => null);
      if (session !== null) updateSession({ today: session.today, timeZone: session.timeZone, lockAfterMinutes: session.lockAfterMinutes });
    };
    const timer = setInterval(() => void refresh(), SESSION_REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
}

/** After a change of page the keys go on from the page, unless something on it has taken the focus. */
function useFocusOnPage(route: Route): void {
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      document.querySelector<HTMLElement>('#page')?.focus({ preventScroll: true });
    }
  }, [route]);
}

/** Alt and the left arrow lead back to the page before. */
function useBackKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key !== 'ArrowLeft' || event.defaultPrevented) return;
      event.preventDefault();
      goBack();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
