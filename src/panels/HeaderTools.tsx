import { Moon, Sun, SunMoon } from 'lucide-react';
import { t } from '../i18n/t.ts';
import { useStores, useView } from '../store/hooks.ts';
import { saveTheme } from '../store/theme.ts';
import type { Theme } from '../store/view.ts';
import { Compare } from './Compare.tsx';
import { Exports } from './Exports.tsx';
import { Keyboard } from './Keyboard.tsx';
import { LanguageButton } from './LanguageButton.tsx';
import { LessonsButton } from './Lessons.tsx';
import { Presets } from './Presets.tsx';
import { ProjectorButton } from './ProjectorButton.tsx';
import { Share } from './share/Share.tsx';
import { Sweep } from './Sweep.tsx';

/** What can be opened from the header, the language, and how large and in which colours the page is. */
export function HeaderTools() {
  return (
    <>
      <LessonsButton />
      <Presets />
      <Compare />
      <Sweep />
      <Exports />
      <Share />
      <Keyboard />
      <LanguageButton />
      <ProjectorButton />
      <ThemeButton />
    </>
  );
}

const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const icons = { auto: SunMoon, light: Sun, dark: Moon } as const;

/** To the next theme. */
export function ThemeButton() {
  const { session } = useStores();
  const theme = useView((view) => view.theme);
  const Icon = icons[theme];
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  const text = t('header.themeIs', { theme: t(`theme.${theme}`) });
  return (
    <button
      type="button"
      className="quiet icon theme"
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
