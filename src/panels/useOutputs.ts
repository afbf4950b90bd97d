import { useEffect, useRef, useState } from 'react';
import type { Labels, LayerOutputs } from '../core/information/outputs.ts';
import { useRepeats, useRun, useSampled, useStores } from '../store/hooks.ts';
import { LatestOnly } from './latestOnly.ts';
import { viewedEpoch } from '../store/player.ts';

/** Outputs of a layer at the checkpoint of the epoch looked at, or why there are none. */
export type OutputsNow =
  | { readonly kind: 'waiting' | 'mean' | 'none' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'shown'; readonly epoch: number; readonly outputs: LayerOutputs & Labels };

interface Answer {
  /** What it was asked of. */
  readonly of: string;
  readonly now: OutputsNow;
}

/**
 * A layer's outputs over all samples, computed by a worker from the checkpoint at or before the epoch looked at. While
 * the view moves, the last answer stays until the next is there.
 */
export function useOutputs(layer: number | 'logits'): OutputsNow {
  const { session, measure } = useStores();
  const run = useRun(({ id }) => id);
  const mean = useRepeats(({ shown }) => shown === 'mean');
  const asked = useSampled(
    (state, { head }) => session.run.checkpoints.at(viewedEpoch(state, head))?.epoch ?? -1,
  );
  const queue = useRef<LatestOnly | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const of = `${run} ${layer}`;

  useEffect(() => {
    const { experiment } = session.run.state;
    const checkpoint = session.run.checkpoints.at(asked);
    if (!measure || !experiment || !checkpoint || mean) return;
    let gone = false;
    queue.current ??= new LatestOnly();
    queue.current.ask(async () => {
      if (gone) return;
      const { epoch, values } = checkpoint;
      const now = await measure.outputs(experiment, epoch, values, layer).then(
        (outputs): OutputsNow => ({ kind: 'shown', epoch, outputs }),
        (error: unknown): OutputsNow => ({ kind: 'failed', detail: String(error) }),
      );
      setAnswer({ of, now });
    });
    return () => void (gone = true);
  }, [session, measure, asked, layer, mean, of]);

  if (mean) return { kind: 'mean' };
  if (answer?.of === of) return answer.now;
  return { kind: asked < 0 ? 'none' : 'waiting' };
}
