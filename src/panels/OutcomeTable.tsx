import type { Outcome } from '../core/experiment/presets/outcome.ts';
import type { Recorded, Source, Variant } from '../core/experiment/presets/preset.ts';
import { t } from '../i18n/study.ts';
import { layerVariable } from './LayerMark.tsx';
import { hereText, outcomeLines, recordedText } from './outcomeText.ts';
import { layerName } from './sentences.ts';

interface Props {
  readonly variant: Variant;
  readonly outcome: Outcome | null;
  /** Of accuracy alone where it is false: a ruler's values stand elsewhere. */
  readonly information: boolean;
}

/** The original program's numbers beside those that came out here; without any of the study, those alone. */
export function OutcomeTable({ variant, outcome, information }: Props) {
  const lines = outcomeLines(variant, outcome).filter(({ row }) => information || row.layer === null);
  const sources = sourcesOf(variant);
  const study = sources.length > 0;
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('outcome.table')}>
        <table className="numbers">
          <caption>{t(captionOf(study, information))}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{t('outcome.layer')}</span>
              </th>
              <th scope="col">{t('outcome.quantity')}</th>
              {study && <th scope="col">{t('outcome.studyColumn')}</th>}
              <th scope="col">{t('outcome.hereColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, row, ofRow, quantity, study: recorded, here }) => (
              <tr key={key}>
                {ofRow > 0 && (
                  <th
                    scope="rowgroup"
                    rowSpan={ofRow}
                    style={row.layer === null ? undefined : { color: layerVariable(row.layer) }}
                  >
                    {row.layer === null ? t('outcome.whole') : layerName(row.layer)}
                    {row.output !== null && (
                      <span className="reading">{t(`outcome.reading.${row.output}`)}</span>
                    )}
                  </th>
                )}
                <td className="quantity">{t(`quantity.${quantity}`)}</td>
                {study && (
                  <td>
                    {recorded.map((number, i) => (
                      <span key={i} className="recorded">
                        {recordedText(number)}
                        <span className="unseen">{t('outcome.sourceMark')}</span>
                        <sup>{sources.indexOf(sourceKey(number)) + 1}</sup>
                      </span>
                    ))}
                  </td>
                )}
                <td>{hereText(here, quantity)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {study && (
        <ol className="sources">
          {sources.map((source) => (
            <li key={source}>{sourceText(source)}</li>
          ))}
        </ol>
      )}
    </>
  );
}

function captionOf(study: boolean, information: boolean) {
  if (!information) return 'outcome.captionAccuracy';
  return study ? 'outcome.captionStudy' : 'outcome.caption';
}

type SourceKey = `${Source} ${number}`;

const sourceKey = ({ source, repeats }: Recorded): SourceKey => `${source} ${repeats ?? 0}`;

/** Where the numbers are from, each source once, in order of its first number. */
function sourcesOf({ recorded }: Variant): readonly SourceKey[] {
  return [...new Set(recorded.map(sourceKey))];
}

function sourceText(key: SourceKey): string {
  const [source, repeats] = key.split(' ') as [Source, string]; // As sourceKey writes it.
  const name = t(`outcome.source.${source}`);
  return repeats === '0' ? name : t('outcome.sourceRepeats', { source: name, repeats: Number(repeats) });
}
