import type { ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import { useExperiment } from '../store/hooks.ts';
import { Logo } from './Logo.tsx';
import { sentenceOf } from './names.ts';

/** What the page is and what is being trained; beside it what can be opened. */
export function Header({ children }: { readonly children: ReactNode }) {
  const experiment = useExperiment();
  return (
    <header className="top">
      <h1 className="word">
        <Logo /> {t('app.name')}
      </h1>
      <p className="sentence">{sentenceOf(experiment)}</p>
      {children}
    </header>
  );
}
