import { useId, useState } from 'react';
import { estimateMs, slowness } from '../core/experiment/presets/cost.ts';
import type { Preset, Variant } from '../core/experiment/presets/preset.ts';
import { presets } from '../core/experiment/presets/presets.ts';
import { totalEpochs } from '../core/experiment/schedule.ts';
import { t } from '../i18n/study.ts';
import { plural } from '../i18n/t.ts';
import { useStores } from '../store/hooks.ts';
import type { Session } from '../store/session.ts';
import { aboutTime } from './aboutTime.ts';
import type { DialogContentsProps } from './DialogButton.tsx';
import { loadPreset, usePreset } from './usePreset.ts';

/** What the times of the presets are estimated from. */
interface Machine {
  /** How many times as long as where they were measured; null: no run has shown it yet. */
  readonly factor: number | null;
  /** Repeats that are trained at once. */
  readonly atOnce: number;
}

/** The study's presets, those beyond it, and what the times mean. */
export default function PresetsContents({ onDone: onLoad }: DialogContentsProps) {
  const { session } = useStores();
  const [machine] = useState<Machine>(() => ({
    factor: slownessHere(session),
    atOnce: session.pool.workers,
  }));
  const { factor, atOnce } = machine;
  const workers = t(`presets.workers.${plural(atOnce)}`, { workers: atOnce });
  return (
    <>
      <p className="note">{t('presets.about')}</p>
      <PresetList beyond={false} machine={machine} onLoad={onLoad} />
      <PresetList beyond machine={machine} onLoad={onLoad} />
      <p className="note">
        {t(factor === null ? 'presets.timeNoteUnmeasured' : 'presets.timeNote', { workers })}
      </p>
    </>
  );
}

interface ListProps {
  /** Those beyond the study, or the study's own. */
  readonly beyond: boolean;
  readonly machine: Machine;
  readonly onLoad: () => void;
}

function PresetList({ beyond, machine, onLoad }: ListProps) {
  const title = useId();
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>{t(beyond ? 'presets.beyond' : 'presets.study')}</h3>
      <ul>
        {presets
          .filter(({ figure }) => (figure === 'beyond') === beyond)
          .map((preset) => (
            <li key={preset.id}>
              <PresetButton preset={preset} machine={machine} onLoad={onLoad} />
            </li>
          ))}
      </ul>
    </section>
  );
}

interface ButtonProps {
  readonly preset: Preset;
  readonly machine: Machine;
  readonly onLoad: () => void;
}

function PresetButton({ preset, machine, onLoad }: ButtonProps) {
  const stores = useStores();
  const present = usePreset()?.preset.id === preset.id;
  const name = useId();
  const about = useId();
  const { id, figure, variants } = preset;
  const [first] = variants;
  if (!first) return null;
  const times = variants
    .map(({ experiment }) => estimateMs(experiment, machine.atOnce, machine.factor ?? 1))
    .filter((ms) => ms !== null);
  const load = (): void => {
    loadPreset(stores, preset, first.experiment);
    onLoad();
  };
  return (
    <button
      type="button"
      className="preset"
      aria-labelledby={name}
      aria-describedby={about}
      aria-current={present ? 'true' : undefined}
      onClick={load}
    >
      <span className="preset-name" id={name}>
        <b>{t(`preset.${id}`)}</b>
        {figure !== 'beyond' && <span className="muted">{t(`figure.${figure}`)}</span>}
        {present && <span className="preset-now">{t('presets.current')}</span>}
      </span>
      <span id={about}>
        <span className="preset-look">{t(`preset.${id}.look`)}</span>
        <span className="preset-facts">
          <span>{variants.map((variant) => t(`variant.${variant.id}`)).join(' · ')}</span>
          <span>{repeatsText(variants)}</span>
          {times.length > 0 && <span>{timesText(times)}</span>}
        </span>
      </span>
    </button>
  );
}

/** How long a variant takes: all of them much the same, or from the shortest to the longest. */
function timesText(times: readonly number[]): string {
  const [from, to] = [aboutTime(Math.min(...times)), aboutTime(Math.max(...times))];
  const isSame = Math.max(...times) < 1.5 * Math.min(...times);
  return isSame ? t('presets.takes', { time: to }) : t('presets.takesRange', { from, to });
}

function repeatsText(variants: readonly Variant[]): string {
  const all = variants.map(({ experiment }) => experiment.repeats);
  const [from, to] = [Math.min(...all), Math.max(...all)];
  return from === to ? t('presets.repeats', { repeats: to }) : t('presets.repeatsRange', { from, to });
}

/** From the repeat on the page that has come furthest. */
function slownessHere({ set }: Session): number | null {
  if (!set) return null;
  const epochs = totalEpochs(set.experiment);
  const [furthest] = set.members.map(({ facts }) => facts).sort((a, b) => b.trainedEpochs - a.trainedEpochs);
  return furthest ? slowness(set.experiment, furthest.elapsedMs, furthest.trainedEpochs / epochs) : null;
}
