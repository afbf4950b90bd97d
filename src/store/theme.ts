import { useEffect, useState } from 'react';
import { savedChoice, saveChoice } from './choices.ts';
import { useView } from './hooks.ts';
import type { Theme } from './view.ts';

const key = 'infoplane-theme';

/** The theme chosen before; `auto` if there is none. */
export function savedTheme(): Theme {
  const saved = savedChoice(key);
  return saved === 'light' || saved === 'dark' ? saved : 'auto';
}

export function saveTheme(theme: Theme): void {
  saveChoice(key, theme === 'auto' ? null : theme);
}

const darkQuery = '(prefers-color-scheme: dark)';

/** The theme as it is drawn; keeps the page's root in step with it. */
export function useTheme(): 'light' | 'dark' {
  const theme = useView((view) => view.theme);
  const [prefersDark, setPrefersDark] = useState(() => matchMedia(darkQuery).matches);
  useEffect(() => {
    const query = matchMedia(darkQuery);
    const change = (): void => setPrefersDark(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  const drawn = theme === 'auto' ? (prefersDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return drawn;
}
