import './ghosts.ts';
import { useId, useState, type SubmitEvent } from 'react';
import { defaults } from '../core/experiment/fields.ts';
import type { Problem } from '../core/experiment/problems.ts';
import { c } from '../i18n/compare.ts';
import { t } from '../i18n/t.ts';
import { reasonText } from '../i18n/reasons.ts';
import { FileProblem } from '../share/json-field.ts';
import { fromQuery, queryOf } from '../share/link.ts';
import { comparisonOf } from '../store/comparison.ts';
import { useStores } from '../store/hooks.ts';
import { isSameExperiment } from '../store/settings.ts';
import { FileChoice } from './FileChoice.tsx';
import { explain } from './Notices.tsx';
import { readRuns } from './openRuns.ts';

/** A second run, from a link that is trained behind the page or from a file, beside the one on the page. */
export function OpenSecond() {
  const { session } = useStores();
  const id = useId();
  const [link, setLink] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');

  const train = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = link.trim();
    setProblems([]);
    if (text === '') return setSaid(c('linkEmpty'));
    const read = fromQuery(queryOf(text));
    const saysNothing = read.problems.length > 0 && isSameExperiment(read.experiment, defaults);
    if (saysNothing && read.problems.every(({ code }) => code === 'unknown')) return setSaid(c('linkNone'));
    setProblems(read.problems);
    setSaid('');
    comparisonOf(session).train(read.experiment);
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setProblems([]);
    try {
      const { set, first } = readRuns(await file.text());
      comparisonOf(session).open(set, first.repeat);
      setSaid(c('fileOpened', { name: file.name }));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      setSaid(c('fileRefused', { name: file.name, reason: reasonText(error.message) }));
    }
  };

  return (
    <div>
      <form className="second-link" onSubmit={train}>
        <label htmlFor={id}>{c('link')}</label>
        <input
          id={id}
          type="text"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          value={link}
          onChange={(event) => setLink(event.target.value)}
        />
        <button type="submit">{c('linkOpen')}</button>
      </form>
      <p className="note">{c('linkNote')}</p>
      <FileChoice text={c('file')} accept=".json,application/json" onFiles={([file]) => void open(file)} />
      <div role="status">
        {problems.length > 0 && (
          <>
            <p>{c('linkProblems')}</p>
            <ul className="link-problems">
              {problems.map((problem, i) => (
                <li key={i}>
                  <code>{problem.field}</code>
                  {t('mark.colon') + explain(problem)}
                </li>
              ))}
            </ul>
          </>
        )}
        {said !== '' && <p>{said}</p>}
      </div>
    </div>
  );
}
