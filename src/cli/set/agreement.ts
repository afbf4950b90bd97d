import type { Experiment } from '../../core/experiment/experiment.ts';
import { fieldNames, formatField, isSameValue } from '../../core/experiment/fields.ts';

/** Repeats cannot be of one set; the message names the fields. */
export class SetConflict extends Error {
  override readonly name = 'SetConflict';
}

/**
 * The fields in which two parts of a set differ, as sentences: none if they may lie together. How many repeats the
 * whole set has may differ; but a single run is not thrown away for a bad fit, so one that was a bad fit is no
 * repeat of a larger set.
 */
export function conflictsOf(
  here: { readonly name: string; readonly experiment: Experiment; readonly isBadFit?: boolean },
  asked: { readonly name: string; readonly experiment: Experiment },
): string[] {
  const one = here.experiment;
  const other = asked.experiment;
  const conflicts = fieldNames
    .filter((name) => name !== 'repeats' && !isSameValue(name, one[name], other[name]))
    .map((name) => {
      const [first, second] = [formatField(name, one[name]), formatField(name, other[name])];
      return `${name}: ${here.name} has ${first}, ${asked.name} ${second}`;
    });
  const isAlone = one.repeats === 1 && other.repeats > 1 && other.badfits === 'restart';
  if (isAlone && here.isBadFit === true) {
    conflicts.push(`repeats: ${here.name} has a bad fit that was kept since it was the only repeat`);
  }
  return conflicts;
}
