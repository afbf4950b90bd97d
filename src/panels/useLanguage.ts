import { useSyncExternalStore } from 'react';
import { language, onLanguage, type Language } from '../i18n/language.ts';

/** The language that the page speaks; for who keeps words, or draws them. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}
