import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { text } from '../text.ts';
import { recordIncident } from './incidents.ts';

type Props = { children: ReactNode; onLeave?: (() => void) | undefined };
type State = { incident: string | null };

/** Shows a plain notice in place of a page that failed. Says nothing of a patient. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { incident: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { incident: recordIncident(thrown) };
  }

  override render(): ReactNode {
    const { incident } = this.state;
    if (incident === null) return this.props.children;
    const again = (): void => this.setState({ incident: null });
    const { onLeave } = this.props;
    return (
      <main role="alert">
        <EmptyState
          title={text.app.error.title}
          actions={
            <Button.Group>
              <Button onClick={again}>{text.app.error.again}</Button>
              {onLeave !== undefined && (
                <Button
                  variant="default"
                  onClick={() => {
                    again();
                    onLeave();
                  }}
                >
                  {text.app.error.toToday}
                </Button>
              )}
            </Button.Group>
          }
        >
          <p>{text.app.error.body}</p>
          <p>{text.app.error.incident(incident)}</p>
        </EmptyState>
      </main>
    );
  }
}
