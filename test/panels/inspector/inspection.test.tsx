// @vitest-environment jsdom
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Trajectory } from '../../../src/core/experiment/trajectory.ts';
import { finish } from '../../../src/core/finish.ts';
import { partitionInParts } from '../../../src/core/information/partition.ts';
import type { LayerInspection, LayerQuestion } from '../../../src/core/inspection/inspect.ts';
import { useInspection, type InspectionNow } from '../../../src/panels/inspector/useInspection.ts';
import { Checkpoints } from '../../../src/store/checkpoints.ts';
import { StoresContext, type Stores } from '../../../src/store/hooks.ts';
import { inspectLayer } from '../../../src/store/inspect.ts';
import { Pool } from '../../../src/store/pool.ts';
import { noFacts } from '../../../src/store/run.ts';
import { Session } from '../../../src/store/session.ts';
import { columnsOf, experiment, start } from '../../store/fixtures.ts';

afterEach(cleanup);

const cells = finish(partitionInParts(new Int32Array(4096), 4096, new Uint8Array(4096), 2));
const empty = { cells } as unknown as LayerInspection; // The hook looks at the cells alone.

interface Request {
  readonly epoch: number;
  readonly checkpoint: Float32Array;
  readonly question: LayerQuestion;
  readonly answer: () => void;
}

/** A page with a run that was measured at epochs 0 to 9, of which some have kept their checkpoints. */
function setup(kept: readonly number[]) {
  const session = new Session(
    new Pool(() => {
      throw new Error('nothing is trained here');
    }, 1),
  );
  const epochs = Array.from({ length: 10 }, (_, epoch) => epoch);
  const columns = columnsOf(epochs);
  epochs.forEach((epoch) => {
    for (let row = 0; row < 7; row++) {
      columns.low[7 * epoch + row] = -epoch;
      columns.high[7 * epoch + row] = 10 * epoch + row;
    }
  });
  const trajectory = new Trajectory(7);
  trajectory.append(columns);
  const checkpoints = new Checkpoints();
  for (const epoch of kept) checkpoints.add(epoch, Float32Array.of(epoch));
  session.run.show(
    { ...noFacts, experiment, trajectory, start, status: 'done', measurements: epochs.length },
    checkpoints,
  );
  session.view.setState({ playing: false });
  const requests: Request[] = [];
  const measure = {
    inspect: (_: unknown, epoch: number, checkpoint: Float32Array, question: LayerQuestion) =>
      new Promise<LayerInspection>((resolve) => {
        requests.push({ epoch, checkpoint, question, answer: () => resolve(empty) });
      }),
  };
  const seen: InspectionNow[] = [];
  function Watch() {
    seen.push(useInspection());
    return null;
  }
  const stores = { session, measure } as unknown as Stores; // All that the hook needs of them.
  const show = (): void =>
    void render(
      <StoresContext value={stores}>
        <Watch />
      </StoresContext>,
    );
  return { session, requests, show, now: () => seen.at(-1) };
}

describe('a layer that is opened', () => {
  test('is read from the newest checkpoint that is kept, and both epochs are told', async () => {
    const { session, requests, show, now } = setup([0, 4, 9]);
    inspectLayer(session, 2, 7);
    show();
    await waitFor(() => expect(requests).toHaveLength(1));
    const [request] = requests;
    expect(request).toMatchObject({ epoch: 4, question: { layer: 2, range: [-4, 42] } });
    expect([...(request?.checkpoint ?? [])]).toEqual([4]);
    act(() => request?.answer());
    await waitFor(() =>
      expect(now()).toMatchObject({ kind: 'shown', at: { epoch: 4, wanted: 7, layer: 2 } }),
    );
  });

  test('is asked for once at a time, and of what comes meanwhile only the newest', async () => {
    const { session, requests, show, now } = setup([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    inspectLayer(session, 0, 1);
    show();
    await waitFor(() => expect(requests).toHaveLength(1));
    for (const epoch of [2, 3, 4]) {
      session.seek(epoch);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    expect(requests).toHaveLength(1);
    act(() => requests[0]?.answer());
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(requests[1]?.epoch).toBe(4);
    act(() => requests[1]?.answer());
    await waitFor(() => expect(now()).toMatchObject({ at: { epoch: 4 } }));
    expect(requests).toHaveLength(2);
  });

  test('has the range of its logits if it is the output, read on the grid or exactly', async () => {
    const { session, requests, show, now } = setup([9]);
    inspectLayer(session, 5, 9);
    show();
    await waitFor(() => expect(requests).toHaveLength(1));
    expect(requests[0]?.question).toEqual({
      layer: 5,
      range: [-9, 96],
      reading: { kind: 'counted', row: 5 },
    });
    act(() => requests[0]?.answer());
    await waitFor(() => expect(now()).toMatchObject({ at: { readBy: { kind: 'grid' } } }));
    session.view.setState({ output: 'exact' });
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(requests[1]?.question.reading).toEqual({ kind: 'counted', row: 6 });
  });

  test('cannot be read without a checkpoint', async () => {
    const { session, show, now } = setup([]);
    inspectLayer(session, 1, 3);
    show();
    await waitFor(() => expect(now()).toEqual({ kind: 'none' }));
    expect(session.view.getState()).toMatchObject({ inspecting: true, layer: 1, head: 3 });
  });
});
