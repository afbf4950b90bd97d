import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import { allocate, Trajectory } from '../../src/core/experiment/trajectory.ts';
import { milestoneText, outcomeText, stageOf } from '../../src/panels/milestones.ts';
import { noFacts, type RunState } from '../../src/store/run.ts';
import { createViewStore, type ViewState } from '../../src/store/view.ts';

/** A run of a hidden layer and the output, which has I(X;T) as given, at epochs 0, 10, 20, ... */
function run(output: readonly number[], facts: Partial<RunState> = {}): RunState {
  const columns = allocate(3, output.length);
  for (const [m, ixt] of output.entries()) {
    columns.epoch[m] = 10 * m;
    columns.testAccuracy[m] = 0.875;
    columns.ixt.set([12, ixt, ixt], 3 * m);
    columns.ity.set([1, m / 10, m / 10], 3 * m);
  }
  const trajectory = new Trajectory(3);
  trajectory.append(columns);
  const start = { layers: 2, limits: { hx: 12, hy: 1 } } as RunState['start'];
  const measurements = output.length;
  const state = { ...noFacts, experiment: { ...defaults, epochs: 40 }, start, trajectory, measurements };
  return { ...state, id: 1, old: false, status: 'running', trainedEpochs: 10 * (measurements - 1), ...facts };
}

const at = (head: number): ViewState => ({ ...createViewStore().getState(), head });
const alone = { members: [], status: 'running' } as const;

describe('the milestones of a run', () => {
  test('are that it began, that its output was fitted, and that it has ended, as far as it is seen', () => {
    const training = run([3, 5, 7, 6.9, 6]);
    expect(stageOf(training, at(10), 'none')).toBe('started');
    expect(stageOf(training, at(30), 'started')).toBe('started'); // It has lost 0.1 bits only.
    expect(stageOf(training, at(40), 'started')).toBe('fitted');
    const done = run([3, 5, 7, 6.9, 6], { status: 'done' });
    expect(stageOf(done, at(30), 'started')).toBe('started');
    expect(stageOf(done, at(40), 'fitted')).toBe('ended');
  });

  test('are not told of again where the head goes back', () => {
    const done = run([3, 5, 7, 6.9, 6], { status: 'done' });
    expect(stageOf(done, at(0), 'ended')).toBe('ended');
    expect(stageOf(done, at(0), 'fitted')).toBe('fitted');
  });

  test('are none of a run that waits for its first measurement, or whose settings were changed', () => {
    expect(stageOf({ ...noFacts, id: 1, old: false }, at(0), 'none')).toBe('none');
    expect(stageOf(run([3, 4], { old: true }), at(10), 'started')).toBe('none');
  });

  test('are said with the numbers of the run', () => {
    const done = run([3, 5, 7, 6.9, 6], { status: 'done', fingerprint: 'aaaa bbbb cccc dddd' });
    expect(milestoneText('started', done, at(0))).toMatch(/^Training begins: 12-bit task, .*seed 1\.$/);
    expect(milestoneText('fitted', done, at(40))).toMatch(/^Epoch 40: T2, the output, .* since its largest/);
    expect(milestoneText('ended', done, at(40))).toBe('');
    const said = ['T2, the output, learned.', 'T1 lost little.'].map((text) => ({ text, minor: false }));
    expect(outcomeText(done, alone, said)).toMatch(
      /^The run has ended at epoch 40\. T2, the output, learned\. T1 lost little\. Test accuracy: 87\.5%\. Fingerprint aaaa bbbb cccc dddd\.$/,
    );
    expect(milestoneText('ended', { ...done, status: 'cancelled' }, at(40))).toBe(
      'Training was stopped at epoch 40.',
    );
    expect(outcomeText(done, { members: [{}, {}] as never, status: 'done' }, said)).toMatch(
      /^All 2 repeats have ended/,
    );
    expect(milestoneText('none', done, at(0))).toBe('');
  });
});
