import { quote, type Problem } from '../core/experiment/problems.ts';
import { askedLanguage, chosenLanguage, language, languages, tags, type Language } from '../i18n/language.ts';
import { beginWith, change } from '../i18n/load.ts';
import { t } from '../i18n/t.ts';
import { savedChoice, saveChoice } from '../store/choices.ts';

const key = 'infoplane-language';

/** What is needed of `window`. */
interface Page {
  readonly location: { readonly search: string; readonly href: string };
  readonly history: Pick<History, 'replaceState'>;
  readonly navigator: { readonly languages: readonly string[] };
  readonly document: Document;
}

/** The language of the link, of the last visit or of the browser; resolves when what is in sight at once can be said. */
export async function beginInLanguage(page: Page): Promise<void> {
  const { location, navigator } = page;
  await beginWith(
    chosenLanguage({ query: location.search, saved: savedChoice(key), preferred: navigator.languages }),
  );
  tellPage(page.document);
}

/**
 * Speaks another language from now on, here and at the next visit; a link that names a language names this one then.
 *
 * @returns false if its words could not be fetched, and nothing has changed
 */
export async function changeLanguage(next: Language, page: Page): Promise<boolean> {
  if (!(await change(next))) return false;
  saveChoice(key, next);
  if (askedLanguage(page.location.search) !== null) {
    const url = page.location.href.replace(/([?&]lang=)[^&#]*/, `$1${next}`);
    page.history.replaceState(null, '', url);
  }
  tellPage(page.document);
  return true;
}

/** What the document says of itself. */
function tellPage(document: Document): void {
  document.documentElement.lang = tags[language()];
  document.title = t('page.title');
  document.querySelector('meta[name="description"]')?.setAttribute('content', t('page.description'));
}

/** A link that asks for a language that there is not. */
export function languageProblems(query: string): readonly Problem[] {
  const given = new URLSearchParams(query).get('lang');
  if (given === null || askedLanguage(query) !== null) return [];
  const values = { choices: languages.join(', ') };
  return [{ field: 'lang', code: 'notChoice', given: quote(given), used: null, values }];
}
