import { useState } from 'react';
import { t } from '../i18n/study.ts';
import { csvFile } from '../share/csv.ts';
import type { EndedRun } from '../share/ended-run.ts';
import { runsText } from '../share/runs-file.ts';
import { setCsvFiles } from '../share/set-csv.ts';
import { linkOf } from '../store/address.ts';
import { endedRun, endedRuns } from '../store/files.ts';
import { useRepeats, useRun, useStores } from '../store/hooks.ts';
import { shapeOf } from './dataSets.ts';
import { FileChoice } from './FileChoice.tsx';
import { figuresOf, type Figure } from './figures.ts';
import { useOpenFile } from './openFile.ts';
import { pngOf, saveFile } from './saveFile.ts';

const csvType = 'text/csv;charset=utf-8';
const jsonType = 'application/json';

/** What can be saved of the page as it is now, and what can be opened. */
export default function ExportContents({ onDone }: { readonly onDone: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className="export-contents">
      <NumbersOfRun />
      <Figures onProblem={setProblem} />
      {problem !== null && (
        <p className="bad" role="alert">
          {t('files.failed', { reason: problem })}
        </p>
      )}
      <OpenFile onDone={onDone} />
    </div>
  );
}

function NumbersOfRun() {
  const { session } = useStores();
  const done = useRepeats((repeats) => repeats.done);
  const shown = useRepeats((repeats) => repeats.shown);
  useRepeats((repeats) => repeats.version);
  const { set } = session;
  const classes = set ? shapeOf(set.experiment).classes : 2;
  const one = set && shown !== 'mean' ? endedRun(set, shown, classes) : null;
  const ensemble = set?.statistics()?.ensemble ?? null;
  const save = (name: string, text: string, type: string): void => saveFile(name, new Blob([text], { type }));
  return (
    <section>
      <h3>{t('files.numbers')}</h3>
      <div className="export-buttons">
        {one && (
          <>
            <button type="button" onClick={() => save(nameOf(one, 'json'), runsText([one]), jsonType)}>
              {t('files.json')}
            </button>
            <button type="button" onClick={() => save(nameOf(one, 'csv'), csvFile(one).text, csvType)}>
              {t('files.csv')}
            </button>
          </>
        )}
        {set && done > 1 && (
          <>
            <button
              type="button"
              onClick={() =>
                save(`infoplane-${done}-repeats.json`, runsText(endedRuns(set, classes)), jsonType)
              }
            >
              {t('files.jsonAll', { repeats: done })}
            </button>
            <button
              type="button"
              onClick={() => save(`infoplane-${done}-repeats.csv`, csvOf(endedRuns(set, classes)), csvType)}
            >
              {t('files.csvAll', { repeats: done })}
            </button>
          </>
        )}
        {ensemble &&
          setCsvFiles({ ensemble }).map(({ path, text }) => (
            <button key={path} type="button" onClick={() => save(`infoplane-${path}`, text, csvType)}>
              {t('files.csvMean') + t('mark.colon') + path}
            </button>
          ))}
      </div>
      <p className="note">{t(one || done > 0 ? 'files.jsonNote' : 'files.notDone')}</p>
    </section>
  );
}

/** `infoplane-414be6584264d740.json`: the fingerprint names the result. */
function nameOf({ fingerprint }: EndedRun, end: string): string {
  return `infoplane-${fingerprint.replaceAll(' ', '')}.${end}`;
}

/** All repeats below one head. */
function csvOf(runs: readonly EndedRun[]): string {
  return runs
    .map((run, index) => {
      const { text } = csvFile(run);
      return index === 0 ? text : text.slice(text.indexOf('\n') + 1);
    })
    .join('');
}

function Figures({ onProblem }: { readonly onProblem: (problem: string | null) => void }) {
  const { session, measure } = useStores();
  const experiment = useRun((run) => run.experiment);
  // What the page has changes when the first measurement is there, and with the repeat that is shown.
  useRun((run) => run.measurements > 0);
  useRepeats((repeats) => repeats.shown);
  const save = async (figure: Figure, format: 'svg' | 'png'): Promise<void> => {
    onProblem(null);
    try {
      const svg = await figure.svg();
      const content = format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg);
      saveFile(`infoplane-${figure.id}.${format}`, content);
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error));
    }
  };
  // The link of what is drawn: the settings may have changed since.
  const link = experiment ? linkOf({ experiment }, window) : '';
  const figures = figuresOf({ session, ...(measure ? { measure } : {}) }, link);
  if (figures.length === 0) return null;
  return (
    <section>
      <h3>{t('files.figures')}</h3>
      <ul className="export-figures">
        {figures.map((figure) => (
          <li key={figure.id}>
            <span>{figure.title}</span>
            {(['svg', 'png'] as const).map((format) => (
              <button
                key={format}
                type="button"
                className="small"
                aria-label={t('files.save', { what: figure.title, format: t(`files.${format}`) })}
                onClick={() => void save(figure, format)}
              >
                {t(`files.${format}`)}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <p className="note">{t('files.figuresNote')}</p>
    </section>
  );
}

function OpenFile({ onDone }: { readonly onDone: () => void }) {
  const { open, message } = useOpenFile();
  const choose = async (file: File | undefined): Promise<void> => {
    if (file && (await open(file))) onDone();
  };
  return (
    <section>
      <h3>{t('files.openTitle')}</h3>
      <FileChoice
        text={t('files.choose')}
        accept=".json,application/json"
        onFiles={([file]) => void choose(file)}
      />
      <p className="note">{t('files.openNote')}</p>
      {message && (
        <p className={message.good ? 'note' : 'bad'} role="alert">
          {message.text}
        </p>
      )}
    </section>
  );
}
