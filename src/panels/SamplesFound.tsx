import type { SamplesPreview } from '../share/samples/preview.ts';
import { decimals, inARow } from '../i18n/t.ts';
import { t } from '../i18n/tasks.ts';
import type { Reading } from '../store/own-files.ts';
import { Row } from './Row.tsx';
import { SelectField } from './SelectField.tsx';

interface ChoiceProps {
  readonly columns: readonly string[];
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
}

/** Which column is the class, and whether features are scaled. */
export function ColumnChoice({ columns, reading, onChange }: ChoiceProps) {
  return (
    <>
      <Row label={t('own.class')}>
        <SelectField
          label={t('own.class')}
          choices={columns.map((text, column) => ({ value: String(column), text }))}
          value={String(reading.classColumn)}
          onChange={(column) => onChange({ ...reading, classColumn: Number(column) })}
        />
      </Row>
      <label className="row">
        <span>{t('own.scale')}</span>
        <input
          type="checkbox"
          checked={reading.scaled}
          onChange={(event) => onChange({ ...reading, scaled: event.target.checked })}
        />
      </label>
      <p className="note">{t('own.scale.note')}</p>
    </>
  );
}

const bits = (value: number): string => decimals(value, 3);

/** What was counted in samples. */
export function SamplesFound({ preview }: { readonly preview: SamplesPreview }) {
  const { samples, features, classes, inputs, mixed, quantized, limits, inLink } = preview;
  const { hx, hy, ixy } = limits;
  return (
    <>
      <p>
        <b>
          {inARow(
            t('own.found', { samples, features: features.length, classes: classes.length }),
            t('own.limits', { hx: bits(hx), hy: bits(hy) }),
          )}
        </b>
      </p>
      <ul className="own-facts">
        <li>
          {inputs === samples
            ? t('own.noDuplicates')
            : t('own.duplicates', { inputs, copies: samples - inputs })}
        </li>
        {ixy !== undefined && <li>{t('own.mixed', { mixed, ixy: bits(ixy) })}</li>}
        {quantized < inputs && <li>{t('own.quantized', { quantized, inputs })}</li>}
        <li>{t(inLink ? 'own.inLink' : 'own.asFile')}</li>
      </ul>
      <ClassCounts classes={classes} samples={samples} />
      <div className="table-scroll own-columns" tabIndex={0} role="region" aria-label={t('own.features')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('own.feature')}</th>
              <th scope="col">{t('own.low')}</th>
              <th scope="col">{t('own.high')}</th>
            </tr>
          </thead>
          <tbody>
            {features.map(({ name, low, high }, index) => (
              <tr key={index}>
                <th scope="row">{name}</th>
                <td>{short(low)}</td>
                <td>{short(high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A float32 with as many digits as it has. */
const short = (value: number): string => String(Number(value.toPrecision(7)));

interface CountsProps {
  readonly classes: readonly { readonly name: string; readonly samples: number }[];
  readonly samples: number;
}

/** How many samples each class has, with a bar of that length. */
export function ClassCounts({ classes, samples }: CountsProps) {
  const largest = classes.reduce((most, each) => Math.max(most, each.samples), 1);
  return (
    <ul className="own-classes" aria-label={t('own.classes')}>
      {classes.map((each, number) => (
        <li key={number}>
          <span>{each.name}</span>
          <span
            className="own-bar"
            style={{ width: `${(100 * each.samples) / largest}%` }}
            aria-hidden="true"
          />
          <span>
            {t('own.classCount', {
              count: each.samples,
              percent: decimals((100 * each.samples) / samples, 1),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
