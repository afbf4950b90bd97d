import { describe, expect, test } from 'vitest';
import { Member } from '../../src/store/member.ts';
import { experiment, progressOf, start } from './fixtures.ts';

const budget = 1_000_000;
const several = { ...experiment, repeats: 8 };

function running(settings = experiment): Member {
  const member = new Member(settings, 1, budget);
  member.begin(settings);
  member.started(start);
  return member;
}

const epochs = (member: Member): number[] => [...(member.facts.trajectory?.columns().epoch ?? [])];

describe('a repeat', () => {
  test('waits, grows with each message and ends with a fingerprint', () => {
    const waiting = new Member(experiment, 1, budget);
    expect(waiting.facts.status).toBe('waiting');
    const member = running();
    member.progress(progressOf([0, 1]));
    member.progress(progressOf([6, 11]));
    expect(epochs(member)).toEqual([0, 1, 6, 11]);
    expect(member.facts.checkpoints).toEqual({ kept: 4, measurements: 4, bytes: 32 });
    member.ended({ kind: 'done', fingerprint: 'abcd', attempt: 1, elapsedMs: 20 });
    expect(member.facts).toMatchObject({
      status: 'done',
      fingerprint: 'abcd',
      trainedEpochs: 11,
      measurements: 4,
    });
  });

  test('that begins again takes nothing twice', () => {
    const member = running();
    member.progress(progressOf([0, 1, 6]));
    expect(member.lost('crashed', '')).toBe(true);
    member.begin(experiment);
    member.started(start);
    member.progress(progressOf([0, 1]));
    member.progress(progressOf([6, 11]));
    expect(epochs(member)).toEqual([0, 1, 6, 11]);
    expect(member.checkpoints.epochs()).toEqual([0, 1, 6, 11]);
    expect(member.facts.trouble).toMatchObject({ kind: 'repeated' });
  });

  test('is begun again once after its worker was lost, then it has failed and keeps what it measured', () => {
    const member = running();
    member.progress(progressOf([0, 1]));
    expect(member.lost('crashed', 'out of memory')).toBe(true);
    member.begin(experiment);
    expect(member.lost('silent', '')).toBe(false);
    expect(member.facts).toMatchObject({ status: 'failed', measurements: 2, trouble: { kind: 'silent' } });
  });

  test('that fails keeps what it has measured', () => {
    const member = running();
    member.progress(progressOf([0, 1]));
    member.ended({ kind: 'failed', message: 'The loss is not a number.', epoch: 3 });
    expect(member.facts).toMatchObject({
      status: 'failed',
      measurements: 2,
      trouble: { kind: 'failed', detail: 'The loss is not a number.', epoch: 3 },
    });
  });

  test('forgets an attempt that was thrown away, and counts the next', () => {
    const member = running(several);
    member.progress(progressOf([0, 1, 6]));
    const fit = { kind: 'bad fit', seed: 1, repeat: 1, attempt: 1, epoch: 6, accuracy: 0.5 } as const;
    expect(member.discarded(fit)).toBe(true);
    expect(member.facts).toMatchObject({ status: 'running', measurements: 0, trajectory: null });
    member.started({ ...start, attempt: 2 });
    member.progress(progressOf([0, 1]));
    expect(member.attempt).toBe(2);
    expect(epochs(member)).toEqual([0, 1]);
  });

  test('that never fits ends with the last attempt that was made, and is as fast as before in each', () => {
    const member = running(several);
    member.progress(progressOf([0], { elapsedMs: 0, trainedEpochs: 0 }));
    member.progress(progressOf([1], { elapsedMs: 500, trainedEpochs: 1 }));
    const fit = { kind: 'bad fit', seed: 1, repeat: 1, attempt: 1, epoch: 6, accuracy: 0.5 } as const;
    member.discarded(fit);
    member.started({ ...start, attempt: 2 });
    member.progress(progressOf([0], { elapsedMs: 500, trainedEpochs: 0 }));
    expect(member.facts.rate).toBe(2);
    member.discarded({ ...fit, attempt: 2 });
    member.ended({ kind: 'failed', message: 'It did not fit.', epoch: 6 });
    expect([member.attempt, member.isSettled]).toEqual([2, true]);
  });

  test('begun again in its second attempt hears nothing of the first one again', () => {
    const member = running(several);
    const fit = { kind: 'bad fit', seed: 1, repeat: 1, attempt: 1, epoch: 6, accuracy: 0.5 } as const;
    member.discarded(fit);
    member.started({ ...start, attempt: 2 });
    member.progress(progressOf([0, 1, 6]));
    member.lost('silent', '');
    member.begin(several);
    member.started(start);
    member.progress(progressOf([0, 1, 6, 11], { violations: [{ epoch: 11, message: 'of the first' }] }));
    expect(member.discarded(fit)).toBe(false);
    expect(epochs(member)).toEqual([0, 1, 6]);
    expect(member.facts.violations).toEqual([]);
    member.started({ ...start, attempt: 2 });
    member.progress(progressOf([0, 1, 6, 11]));
    expect(epochs(member)).toEqual([0, 1, 6, 11]);
  });

  test('collects what broke its checks', () => {
    const member = running();
    member.progress(progressOf([0], { violations: [{ epoch: 0, message: 'a' }] }));
    member.progress(progressOf([1], { violations: [{ epoch: 1, message: 'b' }] }));
    expect(member.facts.violations).toHaveLength(2);
  });

  test('says how fast it is and how long it will take, epochs on shuffled labels included', () => {
    const member = running({ ...experiment, prefit: 4 });
    member.progress(progressOf([0], { elapsedMs: 0, trainedEpochs: 0 }));
    member.progress(progressOf([1], { elapsedMs: 500, trainedEpochs: 1 }));
    expect(member.facts.rate).toBe(2);
    expect(member.facts.secondsLeft).toBe(7);
  });
});

describe('a repeat of other settings for repeats and bad fits', () => {
  const done = (badFit: boolean, attempt = 1): Member => {
    const member = running(several);
    if (attempt > 1)
      member.discarded({
        kind: 'bad fit',
        seed: 1,
        repeat: 1,
        attempt: attempt - 1,
        epoch: 1001,
        accuracy: 0.5,
      });
    member.started({ ...start, attempt });
    const outcome = { kind: 'done', fingerprint: 'abcd', attempt, elapsedMs: 20 } as const;
    member.ended(badFit ? { ...outcome, badFit } : outcome);
    return member;
  };

  test('is the same where it was no bad fit', () => {
    for (const settings of [experiment, several, { ...several, badfits: 'keep' } as const])
      expect(done(false).isRepeatOf(settings)).toBe(true);
  });

  test('is another where it was a bad fit that was kept, and bad fits begin again', () => {
    expect(done(true).isRepeatOf(experiment)).toBe(true);
    expect(done(true).isRepeatOf({ ...several, badfits: 'keep' })).toBe(true);
    expect(done(true).isRepeatOf(several)).toBe(false);
  });

  test('is another where it is a second attempt, and bad fits are kept', () => {
    expect(done(false, 2).isRepeatOf(several)).toBe(true);
    expect(done(false, 2).isRepeatOf(experiment)).toBe(false);
  });
});
