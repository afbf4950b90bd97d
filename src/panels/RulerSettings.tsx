import { useState, type ReactNode } from 'react';
import { formatDecimal } from '../core/experiment/decimal.ts';
import { sampleChoices } from '../core/information/chosen-samples.ts';
import type { Ruler, Scope } from '../core/information/ruler.ts';
import { t } from '../i18n/study.ts';
import { useStores, useView } from '../store/hooks.ts';
import { binStops, nearestStop } from './binStops.ts';
import { NumberField } from './NumberField.tsx';
import { drawnRuler, isOwnCount, withDrawn, withSamples } from './rulerWords.ts';
import { SelectField } from './SelectField.tsx';

type Binned = Extract<Ruler, { strategy: 'uniform' | 'adaptive' }>;

const bounds = { bins: [2, 4096], variance: [1e-9, 1e6], width: [1e-6, 1e6], ends: [-1e6, 1e6] } as const;

/** Settings of the ruler that is drawn, and the path as counted behind it. */
export function RulerSettings() {
  const { session } = useStores();
  const ruler = useView((view) => view.rulers[0]);
  const drawn = drawnRuler(ruler === undefined ? [] : [ruler]);
  if (!drawn) return null;
  const change: Change = (next) => {
    session.view.setState(({ rulers }) => ({ rulers: withDrawn(rulers, next) }));
  };
  return <SettingsOf key={drawn.strategy} drawn={drawn} change={change} />;
}

/** Says what was made of a number that could not be used as it was typed; null: all was used. */
type Report = (note: string | null) => void;

/** Another ruler; null: as the run counts. */
type Change = (next: Ruler | null) => void;

function SettingsOf({ drawn, change }: { readonly drawn: Ruler; readonly change: Change }) {
  const [note, report] = useState<string | null>(null);
  return (
    <>
      {(drawn.strategy === 'uniform' || drawn.strategy === 'adaptive') && (
        <BinSettings ruler={drawn} onChange={change} report={report} />
      )}
      {drawn.strategy === 'grid' && drawn.bits !== 'run' && (
        <Labelled text={t('ruler.bits')}>
          <SelectField
            label={t('ruler.bits')}
            choices={gridBits}
            value={String(drawn.bits)}
            onChange={(bits) => change({ ...drawn, bits: Number(bits) })}
          />
        </Labelled>
      )}
      {drawn.strategy === 'kde' && (
        <NumberSetting
          text={t('ruler.variance')}
          value={drawn.variance}
          bounds={bounds.variance}
          report={report}
          onChange={(variance) => change({ ...drawn, variance })}
        />
      )}
      {drawn.strategy === 'width' && (
        <NumberSetting
          text={t('ruler.width')}
          value={drawn.width}
          bounds={bounds.width}
          report={report}
          onChange={(width) => change({ ...drawn, width })}
        />
      )}
      {drawn.strategy !== 'kde' && !isOwnCount(drawn) && (
        <label className="check">
          <input
            type="checkbox"
            checked={drawn.reading === 'mean'}
            onChange={(event) => change({ ...drawn, reading: event.target.checked ? 'mean' : 'layer' })}
          />
          {t('ruler.mean')}
        </label>
      )}
      <SamplesSetting ruler={drawn} onChange={change} />
      <CountedToo />
      <span className="ruler-typed" role="status">
        {note}
      </span>
    </>
  );
}

const gridBits = Array.from({ length: 16 }, (_, i) => ({ value: String(i + 1), text: String(i + 1) }));

function BinSettings({
  ruler,
  onChange,
  report,
}: {
  readonly ruler: Binned;
  readonly onChange: (ruler: Ruler) => void;
  readonly report: Report;
}) {
  const withBins = (bins: number): void => onChange({ ...ruler, bins });
  const nearest = nearestStop(ruler.bins);
  const fixed = typeof ruler.bounds === 'string' ? null : ruler.bounds;
  return (
    <>
      <span className="ruler-bins">
        <input
          type="range"
          min={0}
          max={binStops.length - 1}
          step={1}
          value={nearest}
          aria-label={t('ruler.binsSlider')}
          aria-valuetext={t('ruler.binsValue', { bins: ruler.bins })}
          onChange={(event) => withBins(binStops[Number(event.target.value)] ?? ruler.bins)}
        />
        <NumberSetting
          text={t('ruler.bins')}
          value={ruler.bins}
          bounds={bounds.bins}
          report={report}
          whole
          onChange={withBins}
        />
      </span>
      <Labelled text={t('ruler.bounds')}>
        <SelectField<Scope | 'fixed'>
          label={t('ruler.bounds')}
          choices={[
            { value: 'global', text: t('ruler.bounds.global') },
            { value: 'layer', text: t('ruler.bounds.layer') },
            { value: 'neuron', text: t('ruler.bounds.neuron') },
            ...(ruler.strategy === 'uniform'
              ? [{ value: 'fixed' as const, text: t('ruler.bounds.fixed') }]
              : []),
          ]}
          value={fixed ? 'fixed' : (ruler.bounds as Scope)}
          onChange={(choice) => {
            if (choice !== 'fixed') onChange({ ...ruler, bounds: choice });
            else if (ruler.strategy === 'uniform') onChange({ ...ruler, bounds: [-1, 1] });
          }}
        />
      </Labelled>
      {fixed && ruler.strategy === 'uniform' && (
        <EndSettings ends={fixed} onChange={(ends) => onChange({ ...ruler, bounds: ends })} report={report} />
      )}
    </>
  );
}

type Ends = readonly [low: number, high: number];

/** Two numbers, the first below the second: one that is typed beyond the other takes it along. */
function EndSettings(props: {
  readonly ends: Ends;
  readonly onChange: (ends: Ends) => void;
  readonly report: Report;
}) {
  const { ends, onChange, report } = props;
  const [low, high] = ends;
  const pushed = (field: string, side: string, other: string, used: number): void =>
    report(t('ruler.pushed', { field, side, other, used: formatDecimal(used) }));
  const shared = { bounds: bounds.ends, report };
  return (
    <>
      <NumberSetting
        {...shared}
        text={t('ruler.low')}
        value={low}
        onChange={(next) => {
          onChange([next, high > next ? high : next + 1]);
          if (high <= next) pushed(t('ruler.high'), t('ruler.above'), t('ruler.low'), next + 1);
        }}
      />
      <NumberSetting
        {...shared}
        text={t('ruler.high')}
        value={high}
        onChange={(next) => {
          onChange([low < next ? low : next - 1, next]);
          if (low >= next) pushed(t('ruler.low'), t('ruler.below'), t('ruler.high'), next - 1);
        }}
      />
    </>
  );
}

function NumberSetting(props: {
  readonly text: string;
  readonly value: number;
  readonly bounds: readonly [number, number];
  readonly whole?: boolean;
  readonly onChange: (value: number) => void;
  readonly report: Report;
}) {
  const { text: field, report } = props;
  const [min, max] = props.bounds;
  const clamp = (value: number): number => {
    const within = Math.min(max, Math.max(min, value));
    return props.whole ? Math.round(within) : within;
  };
  return (
    <Labelled text={props.text}>
      <NumberField
        className="short"
        label={props.text}
        value={props.value}
        min={min}
        max={max}
        whole={props.whole ?? false}
        onChange={(value) => {
          const used = clamp(value);
          const given = formatDecimal(value);
          const limits = { low: formatDecimal(min), high: formatDecimal(max) };
          const isWithin = value >= min && value <= max;
          const problem = isWithin
            ? t('ruler.notWhole', { given })
            : t('ruler.outside', { given, ...limits });
          report(used === value ? null : t('ruler.used', { field, problem, used: formatDecimal(used) }));
          props.onChange(used);
        }}
        onReject={(given) => {
          const problem = t('ruler.notNumber', { given: given.trim() });
          report(t('ruler.kept', { field, problem, used: formatDecimal(props.value) }));
        }}
      />
    </Labelled>
  );
}

function Labelled({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <span className="ruler-field">
      <span aria-hidden="true">{text}</span>
      {children}
    </span>
  );
}

/** Over which samples it is laid. */
function SamplesSetting({ ruler, onChange }: { readonly ruler: Ruler; readonly onChange: Change }) {
  const output = useView((view) => view.output);
  return (
    <Labelled text={t('ruler.samples')}>
      <SelectField
        label={t('ruler.samples')}
        choices={sampleChoices.map((value) => ({ value, text: t(`ruler.samples.${value}`) }))}
        value={ruler.samples ?? 'all'}
        onChange={(choice) => onChange(withSamples(ruler, choice, output))}
      />
    </Labelled>
  );
}

function CountedToo() {
  const { session } = useStores();
  const exactToo = useView((view) => view.exactToo);
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={exactToo}
        onChange={(event) => session.view.setState({ exactToo: event.target.checked })}
      />
      {t('ruler.exactToo')}
    </label>
  );
}
