import { useEffect, useState } from 'react';
import { useView } from './hooks.ts';
import type { Theme } from './view.ts';

const key = 'infoplane-theme';

/** The theme chosen before; `auto` if there is none, or storage is closed. */
export function savedTheme(): Theme {
  try {
    const saved = localStorage.getItem(key);
    return saved === 'light' || saved === 'dark' ? saved : 'auto';
  } catch {
    return 'auto';
  }
}

export function saveTheme(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is closed (private window, sandboxed frame): the choice holds for this visit.
  }
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
