import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { text } from '../text.ts';
import { copyDiagnostics } from './diagnostics.ts';
import classes from './error-boundary.module.css';
import { recordIncident } from './incidents.ts';

type Props = { children: ReactNode; onLeave?: (() => void) | undefined };
type State = { failed: boolean; incident: string };

const words = text.app.error;

/** Shows a plain notice in place of a page that failed. Says nothing of a patient. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, incident: '' };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  override componentDidCatch(thrown: unknown): void {
    this.setState({ incident: recordIncident(thrown) });
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = (): void => this.setState({ failed: false, incident: '' });
    const { onLeave } = this.props;
    return (
      <main className={classes['notice']}>
        <div role="alert">
          <h1>{words.title}</h1>
          <p>{words.body}</p>
          {this.state.incident !== '' && <p>{words.incident(this.state.incident)}</p>}
        </div>
        <div className={classes['actions']}>
          <Button onClick={again}>{words.again}</Button>
          {onLeave !== undefined && (
            <Button
              variant="default"
              onClick={() => {
                again();
                onLeave();
              }}
            >
              {words.toToday}
            </Button>
          )}
          <Button variant="default" onClick={() => void copyDiagnostics()}>
            {text.settings.about.copy}
          </Button>
        </div>
      </main>
    );
  }
}
