import type { Bits } from '../../core/experiment/experiment.ts';
import type { JsonField } from '../../share/json-field.ts';

/** A bound for each number of training steps that has one. */
export type BoundsByStep = ReadonlyMap<number, number>;

/** How near the results must come (bounds.json); each the largest difference allowed. */
export interface Bounds {
  readonly fakeQuant: Readonly<Record<'y' | 'gradX' | 'gradMin' | 'gradMax', number>>;
  readonly movingRange: number;
  readonly estimators: number;
  readonly trace: {
    readonly gradientOfStep1: number;
    /** All but `exceptions` steps are within `each`, those within `exceptionMax`. */
    readonly loss: { readonly each: number; readonly exceptions: number; readonly exceptionMax: number };
    readonly weightsAfterStep: BoundsByStep;
    readonly moments: number;
    readonly ranges: number;
    readonly afterOwnTraining: {
      /** Fraction of a layer's grid codes that may differ. */
      readonly gridEntriesFraction: number;
      readonly mi: number;
      /** The same for float networks. */
      readonly miFloat: number;
    };
    readonly probabilityOfClass1: { readonly each: number; readonly exceptions: number };
  };
  readonly measureLoadedState: {
    readonly miAfterStep: BoundsByStep;
    readonly miOfStateFiles: number;
    /** How many of a layer's grid codes may differ. */
    readonly gridEntriesPerLayer: number;
    /** How many samples' difference of logit codes may differ. */
    readonly logitCodeDifferences: number;
  };
}

/** @throws FileProblem */
export function readBounds(file: JsonField): Bounds {
  const fakeQuant = file.get('fake-quant');
  const trace = file.get('trace');
  const loss = trace.get('loss');
  const own = trace.get('afterOwnTraining');
  const probability = trace.get('probabilityOfClass1');
  const loaded = file.get('measureLoadedState');
  const number = (field: JsonField, name: string): number => field.get(name).number();
  return {
    fakeQuant: {
      y: number(fakeQuant, 'y'),
      gradX: number(fakeQuant, 'gradX'),
      gradMin: number(fakeQuant, 'gradMin'),
      gradMax: number(fakeQuant, 'gradMax'),
    },
    movingRange: number(file, 'moving-range'),
    estimators: number(file, 'estimators'),
    trace: {
      gradientOfStep1: number(trace, 'gradientOfStep1'),
      loss: {
        each: number(loss, 'each'),
        exceptions: number(loss, 'exceptions'),
        exceptionMax: number(loss, 'exceptionMax'),
      },
      weightsAfterStep: byStep(trace.get('weightsAfterStep')),
      moments: number(trace, 'moments'),
      ranges: number(trace, 'ranges'),
      afterOwnTraining: {
        gridEntriesFraction: number(own, 'gridEntriesFraction'),
        mi: number(own, 'mi'),
        miFloat: number(own, 'miFloat'),
      },
      probabilityOfClass1: {
        each: number(probability, 'each'),
        exceptions: number(probability, 'exceptions'),
      },
    },
    measureLoadedState: {
      miAfterStep: byStep(loaded.get('miAfterStep')),
      miOfStateFiles: number(loaded, 'miOfStateFiles'),
      gridEntriesPerLayer: number(loaded, 'gridEntriesPerLayer'),
      logitCodeDifferences: number(loaded, 'logitCodeDifferences'),
    },
  };
}

/**
 * How near I(X;T) and I(T;Y) of a loaded state must come.
 *
 * The bounds of single steps are for codes. In a float network samples whose values nearly agree become equal or not
 * by the order of a sum: programs that differ in nothing else are up to 3.4e-3 bits apart on these very states, so
 * there the bound of float networks holds.
 */
export function boundOfLoaded(bits: Bits, { trace }: Bounds, codes: number): number {
  return bits === 'float' ? trace.afterOwnTraining.miFloat : codes;
}

/** The bound after a number of steps: its own, else that of the next larger number, else that of the largest. */
export function boundAfter(step: number, bounds: BoundsByStep): number {
  const known = [...bounds.keys()].sort((a, b) => a - b);
  const nearest = known.find((each) => each >= step) ?? known.at(-1);
  return nearest === undefined ? 0 : (bounds.get(nearest) ?? 0);
}

function byStep(field: JsonField): BoundsByStep {
  const bounds = new Map(field.numbered().map(([step, bound]) => [step, bound.number()]));
  if (bounds.size === 0) throw field.error('should have a bound for at least one step');
  return bounds;
}
