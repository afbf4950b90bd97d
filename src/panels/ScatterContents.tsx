import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import type { Labels, LayerOutputs } from '../core/information/outputs.ts';
import { palettes } from '../plots/colours.ts';
import { ScatterPlot } from '../plots/scatter.ts';
import { classColour, classShape, stride, type ScatterData } from '../plots/scene/scatter.ts';
import { shapePath } from '../plots/shapes.ts';
import { t } from '../i18n/study.ts';
import { decimals, inARow } from '../i18n/t.ts';
import { reasonText } from '../i18n/reasons.ts';
import { useTheme } from '../store/theme.ts';
import { classMeans } from './classMeans.ts';
import { layerName } from './sentences.ts';
import { unitName } from './unitName.ts';
import { useLanguage } from './useLanguage.ts';
import { useOutputs } from './useOutputs.ts';

interface SamplesProps {
  readonly layer: number;
  readonly outputs: number | 'logits';
  /** A mark was pressed: one of its samples. */
  readonly onPick?: (sample: number) => void;
}

/** The samples of one layer, by class. Loaded when it is opened. */
export default function ScatterContents({ layer, outputs: which, onPick }: SamplesProps) {
  const now = useOutputs(which);
  if (now.kind === 'mean') return <p className="note">{t('scatter.mean')}</p>;
  if (now.kind === 'none') return <p className="note">{t('scatter.none')}</p>;
  if (now.kind === 'failed')
    return <p className="note">{t('scatter.failed', { detail: reasonText(now.detail) })}</p>;
  const label = t('scatter.label', {
    layer: layerName(layer),
    epoch: now.kind === 'shown' ? now.epoch : '…',
  });
  const outputs = now.kind === 'shown' ? now.outputs : null;
  return (
    <>
      <Picture outputs={outputs} logits={which === 'logits'} label={label} onPick={onPick} />
      {now.kind === 'waiting' && <p className="note">{t('scatter.waiting')}</p>}
      {outputs && now.kind === 'shown' && (
        <Legend outputs={outputs} epoch={now.epoch} logits={which === 'logits'} />
      )}
    </>
  );
}

type Outputs = LayerOutputs & Labels;

interface PictureProps {
  readonly outputs: Outputs | null;
  readonly logits: boolean;
  readonly label: string;
  readonly onPick: ((sample: number) => void) | undefined;
}

function Picture({ outputs, logits, label, onPick }: PictureProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<ScatterPlot | null>(null);
  const theme = useTheme();
  const language = useLanguage();
  const data = useMemo((): ScatterData | null => {
    if (!outputs) return null;
    const names = Array.from({ length: outputs.units }, (_, unit) => unitName(unit, logits));
    return { ...outputs, names };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another language has other names
  }, [outputs, logits, language]);
  useEffect(() => {
    if (!host.current) return;
    const created = new ScatterPlot(host.current, 'light');
    plot.current = created;
    return () => created.destroy();
  }, []);
  useEffect(() => plot.current?.setTheme(theme), [theme]);
  useEffect(() => plot.current?.update(data), [data]);
  const pick = (event: MouseEvent): void => {
    const sample = plot.current?.sampleAt(event.clientX, event.clientY) ?? null;
    if (sample !== null) onPick?.(sample);
  };
  const picking = onPick ? { onClick: pick, 'data-pick': true } : {};
  return <div ref={host} className="scatter-host" role="img" aria-label={label} {...picking} />;
}

interface LegendProps {
  readonly outputs: Outputs;
  readonly epoch: number;
  readonly logits: boolean;
}

/** What the marks mean, how many they are, and the classes as numbers. */
function Legend({ outputs, epoch, logits }: LegendProps) {
  const { labels, classes, units } = outputs;
  const samples = labels.length;
  const each = stride(samples);
  const shown =
    each === 1
      ? t('scatter.shown.all', { samples })
      : t('scatter.shown.some', { shown: Math.ceil(samples / each), samples });
  const means = useMemo(() => classMeans(outputs), [outputs]);
  return (
    <>
      <table className="numbers">
        <caption>{t('scatter.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scatter.classColumn')}</th>
            <th scope="col">{t('scatter.samples')}</th>
            {Array.from({ length: units }, (_, unit) => (
              <th key={unit} scope="col">
                {unitName(unit, logits)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {means.map((mean, label) => (
            <tr key={label}>
              <th scope="row">
                <ClassMark label={label} classes={classes} /> {label}
              </th>
              <td>{decimals(mean.samples, 0)}</td>
              {mean.means.map((value, unit) => (
                <td key={unit}>{decimals(value, 2)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {inARow(
          t('scatter.checkpoint', { epoch }),
          shown,
          t('scatter.size'),
          units === 3 && t('scatter.three'),
          classShape(0, classes) === null && t('scatter.digits'),
        )}
      </p>
    </>
  );
}

function ClassMark({ label, classes }: { readonly label: number; readonly classes: number }) {
  const theme = useTheme();
  const shape = classShape(label, classes);
  if (shape === null) return null;
  return (
    <svg className="class-mark" viewBox="0 0 14 14" aria-hidden="true">
      <path d={shapePath(shape, 7, 7, 4.5)} fill={classColour(label, classes, palettes[theme])} />
    </svg>
  );
}
