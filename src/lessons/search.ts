import { outcomeOf, type RepeatNumbers } from '../core/experiment/presets/outcome.ts';
import type { VerdictName } from '../core/information/phases.ts';

/*
 * A search for two runs that part compression from generalization, so that the lesson about both need not assume that
 * there are any. All settings below are trained; what came out of each stands in search-results.json, whether it fits or
 * not (`npm run search` writes it).
 */

const tasks = [
  ...['random-8-50-1', 'parity-8', 'majority-11', 'half-plane', 'circle', 'icosahedron'],
  'random-8-30-1',
];
const activations = ['tanh', 'relu', 'leakyrelu'];
const bits = [8, 6];
const nets = ['10-7-5-4-3', '32-16-2', '16-10-8'];
const rates = ['0.002'];

/** Repeats of each, so that the rule of information/phases can judge. */
export const repeats = 5;

/** The links of all settings that are searched. */
export function searched(): readonly string[] {
  return tasks.flatMap((task) =>
    activations.flatMap((act) =>
      bits.flatMap((each) =>
        nets.flatMap((net) =>
          rates.map(
            (lr) =>
              `task=${task}&net=${net}&act=${act}&bits=${each}&lr=${lr}&batch=32&epochs=600&every=3&repeats=${repeats}`,
          ),
        ),
      ),
    ),
  );
}

/** What came out of one of them; accuracies are means over the repeats, 0 to 1, information is in bits. */
export interface Finding {
  readonly link: string;
  readonly train: number;
  readonly test: number;
  /** Share of the commonest class: what guessing it would score. */
  readonly commonest: number;
  /** Of each row, the output on the grid and exactly last: the verdict of the rule. */
  readonly verdicts: readonly VerdictName[];
  /** Mean compression of each row. */
  readonly compression: readonly number[];
}

export function findingOf(link: string, done: readonly RepeatNumbers[], commonest: number): Finding | null {
  const outcome = outcomeOf(done);
  if (!outcome) return null;
  return {
    link,
    train: rounded(outcome.trainAccuracy.mean),
    test: rounded(outcome.testAccuracy.mean),
    commonest: rounded(commonest),
    verdicts: outcome.rows.map(({ phases }) => phases.verdict),
    compression: outcome.rows.map(({ phases }) => rounded(phases.compression.mean)),
  };
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** What a search is after. */
export type Kind = 'compresses only' | 'generalizes only';

/** It has learned its training samples at this accuracy. */
const learned = 0.95;
/** It generalizes from this test accuracy on; it does not where it is no more than this better than the commonest class. */
const generalizes = 0.95;
const better = 0.05;
/** Compression that can be seen: of the last hidden layer, in bits. */
const seen = 1;

/**
 * `compresses only`: it has learned its training samples, is no better than guessing on the others, and its last hidden
 * layer compresses by the rule, by more than 1 bit. `generalizes only`: it is right on the others, its last hidden layer
 * does not compress by the rule, and no other hidden layer does (they may be full, and not to be judged).
 */
export function kindOf({ train, test, commonest, verdicts, compression }: Finding): Kind | null {
  const hidden = verdicts.slice(0, -2);
  const last = hidden.length - 1;
  if (train < learned) return null;
  const compresses = hidden[last] === 'compresses' && (compression[last] ?? 0) > seen;
  if (compresses && test <= commonest + better) return 'compresses only';
  const none = hidden.every((verdict) => verdict === 'does not compress' || verdict === 'cannot be judged');
  return none && hidden[last] === 'does not compress' && test >= generalizes ? 'generalizes only' : null;
}
