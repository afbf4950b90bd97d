import { Component, type ReactNode } from 'react';
import { t } from '../i18n/t.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
}

/** Catches what a component throws, and says what to do. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="broken" role="alert">
        <h1>{t('app.broken.title')}</h1>
        <p>{t('app.broken.help')}</p>
        <button type="button" className="primary" onClick={() => location.reload()}>
          {t('app.reload')}
        </button>
        <pre>{error instanceof Error ? error.message : JSON.stringify(error)}</pre>
      </main>
    );
  }
}
