import { Check, Link2, Moon, Sun, SunMoon } from 'lucide-react';
import { useState } from 'react';
import { t } from '../i18n/t.ts';
import { linkOf } from '../store/address.ts';
import { useStores, useView } from '../store/hooks.ts';
import { saveTheme } from '../store/theme.ts';
import type { Theme } from '../store/view.ts';
import { Compare } from './Compare.tsx';
import { Exports } from './Exports.tsx';
import { Keyboard } from './Keyboard.tsx';
import { LanguageButton } from './LanguageButton.tsx';
import { Presets } from './Presets.tsx';
import { ProjectorButton } from './ProjectorButton.tsx';
import { Sweep } from './Sweep.tsx';

/** What can be opened from the header, the link, and the theme. */
export function HeaderTools() {
  return (
    <>
      <Presets />
      <Compare />
      <Sweep />
      <Exports />
      <CopyLink />
      <Keyboard />
      <LanguageButton />
      <ProjectorButton />
      <ThemeButton />
    </>
  );
}

function CopyLink() {
  const { settings } = useStores();
  const [state, setState] = useState<'idle' | 'copied' | 'blocked'>('idle');
  const link = linkOf(settings, window);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(linkOf(settings, window));
      setState('copied');
      setTimeout(() => setState((now) => (now === 'copied' ? 'idle' : now)), 2500);
    } catch {
      setState('blocked');
    }
  };
  return (
    <div className="copy">
      <button type="button" className="primary" onClick={() => void copy()}>
        {state === 'copied' ? <Check aria-hidden="true" /> : <Link2 aria-hidden="true" />}
        <span className="label">{t(state === 'copied' ? 'header.copied' : 'header.copy')}</span>
      </button>
      <span className="unseen" role="status">
        {state === 'copied' ? t('header.copied') : ''}
      </span>
      {state === 'blocked' && (
        <div className="by-hand">
          <label>
            {t('header.copyByHand')}
            <input
              readOnly
              value={link}
              autoFocus
              onFocus={(event) => event.target.select()}
              onBlur={() => setState('idle')}
            />
          </label>
        </div>
      )}
    </div>
  );
}

const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const icons = { auto: SunMoon, light: Sun, dark: Moon } as const;

function ThemeButton() {
  const { session } = useStores();
  const theme = useView((view) => view.theme);
  const Icon = icons[theme];
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  const text = t('header.themeIs', { theme: t(`theme.${theme}`) });
  return (
    <button
      type="button"
      className="quiet icon"
      aria-label={text}
      title={text}
      onClick={() => {
        session.view.setState({ theme: next });
        saveTheme(next);
      }}
    >
      <Icon aria-hidden="true" />
    </button>
  );
}
