import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { t } from '../i18n/t.ts';
import { useHas, useRepeats, useStores, useView } from '../store/hooks.ts';
import { durations } from '../store/view.ts';
import { EpochSlider } from './EpochSlider.tsx';
import { RunStatus } from './RunStatus.tsx';
import { SelectField } from './SelectField.tsx';
import { useNarrow } from './useNarrow.ts';

const RepeatChoice = lazy(async () => ({ default: (await import('./RepeatChoice.tsx')).RepeatChoice }));

/** Play, step, reset, the slider, and what is running. */
export function Transport() {
  const has = useHas();
  return (
    <section className="bar" aria-label={t('transport.title')}>
      {has('play') && <PlayButton />}
      {(has('steps') || has('speed')) && <Steps />}
      {has('slider') && <EpochSlider />}
      {has('status') && <RunStatus />}
    </section>
  );
}

function PlayButton() {
  const { session } = useStores();
  const playing = useView((view) => view.playing);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey || usesSpace(event.target))
        return;
      event.preventDefault();
      session.togglePlay();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [session]);
  return (
    <button type="button" className="play" onClick={() => session.togglePlay()} title={t('transport.space')}>
      {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      <span className="unseen">{t(playing ? 'transport.pause' : 'transport.play')}</span>
    </button>
  );
}

/** Does the space bar mean something of its own there? */
function usesSpace(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target.closest('button, select, textarea, summary, a, label') !== null;
}

function Steps() {
  const { session, embed } = useStores();
  const has = useHas();
  // On a phone the view's sheet has them, which an embedded plane has not.
  const narrow = useNarrow() && !embed;
  const several = useRepeats(({ members }) => members.length > 1);
  return (
    <div className="steps">
      {has('steps') && (
        <>
          <button type="button" title={t('transport.stepHint')} onClick={() => session.step()}>
            <StepForward aria-hidden="true" /> <span className="label">{t('transport.step')}</span>
          </button>
          <button type="button" title={t('transport.resetHint')} onClick={() => session.reset()}>
            <RotateCcw aria-hidden="true" /> <span className="label">{t('transport.reset')}</span>
          </button>
        </>
      )}
      {!narrow && has('speed') && <DurationField />}
      {!narrow && has('speed') && <ScaleField />}
      {!narrow && several && (
        <Suspense>
          <RepeatChoice />
        </Suspense>
      )}
    </div>
  );
}

export function DurationField() {
  const { session } = useStores();
  const duration = useView((view) => view.duration);
  return (
    <SelectField
      label={t('transport.speed')}
      choices={[
        { value: 'live', text: t('transport.live') },
        ...durations.map((seconds) => ({
          value: String(seconds),
          text: t('transport.seconds', { seconds }),
        })),
      ]}
      value={String(duration)}
      onChange={(choice) => session.view.setState({ duration: choice === 'live' ? 'live' : Number(choice) })}
    />
  );
}

export function ScaleField() {
  const { session } = useStores();
  const scale = useView((view) => view.scale);
  return (
    <SelectField
      label={t('ruler.scale')}
      choices={[
        { value: 'log', text: t('ruler.log') },
        { value: 'linear', text: t('ruler.linear') },
      ]}
      value={scale}
      onChange={(choice) => session.view.setState({ scale: choice })}
    />
  );
}
