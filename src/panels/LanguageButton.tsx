import { useState } from 'react';
import { briefNames, languages, ownNames, tags } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { changeLanguage } from './pageLanguage.ts';
import { useLanguage } from './useLanguage.ts';

/** To the next language, named in that language. */
export function LanguageButton() {
  const present = useLanguage();
  const [failed, setFailed] = useState(false);
  const next = languages[(languages.indexOf(present) + 1) % languages.length] ?? present;
  const press = async (): Promise<void> => setFailed(!(await changeLanguage(next, window)));
  return (
    <>
      <button
        type="button"
        className="quiet language"
        lang={tags[next]}
        title={failed ? t('language.failed') : undefined}
        onClick={() => void press()}
      >
        <span className="full">{ownNames[next]}</span>
        <span className="brief" aria-hidden="true">
          {briefNames[next]}
        </span>
      </button>
      <span className="unseen" role="alert">
        {failed && t('language.failed')}
      </span>
    </>
  );
}
