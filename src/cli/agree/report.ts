import type { ComparedFile } from './command.ts';
import type { JudgedComparison } from './compare.ts';

/** A table of all curves, and what follows from it. */
export function reportOf(
  files: readonly ComparedFile[],
  judged: readonly JudgedComparison[],
  level: number,
): string {
  const lines: string[] = [];
  let next = 0;
  for (const { name, originalRuns, originalRestarts, ours, comparisons } of files) {
    const discarded = ours.reduce((sum, run) => sum + run.discarded, 0);
    lines.push(
      `${name}: ${originalRuns} runs of the original (${originalRestarts} bad fits), ${ours.length} of ours (${discarded} bad fits)`,
      `  ${'curve'.padEnd(28)} ${'runs'.padStart(7)} ${'p'.padStart(8)} ${'Holm'.padStart(8)} ${'gap'.padStart(8)}  at epoch`,
    );
    for (const comparison of judged.slice(next, next + comparisons.length))
      lines.push(lineOf(comparison, level));
    next += comparisons.length;
    lines.push('');
  }
  const apart = judged.filter(({ adjusted }) => adjusted < level);
  lines.push(
    `${judged.length} curves compared, ${apart.length} differ at ${100 * level}% after Holm's adjustment.`,
    ...powerOf(judged, level),
    'Gap: ours minus the original, means over repeats, where it is largest; bits, or a share for accuracies.',
    '',
  );
  return lines.join('\n');
}

/** What the numbers of runs and repeats allow to be found at all. */
function powerOf(judged: readonly JudgedComparison[], level: number): string[] {
  const least = judged.reduce((low, { reachable }) => Math.min(low, reachable), 1);
  const smallest = `the smallest adjusted p that so many repeats can reach is ${least.toPrecision(2)}`;
  const blind = judged.filter(({ reachable }) => reachable >= level);
  if (blind.length === 0) return [`A difference could have been found: ${smallest}.`];
  if (blind.length < judged.length) {
    const names = blind.map(({ curve }) => curve.name).join(', ');
    return [`In ${blind.length} of them no difference can be found with so few runs: ${names}; ${smallest}.`];
  }
  return [
    `WARNING: this comparison cannot find a difference: ${smallest}, above ${100 * level}%.`,
    'That no curve differs says nothing here; take more repeats, or a folder with more runs.',
  ];
}

function lineOf({ curve, ours, p, adjusted, gap, gapAt }: JudgedComparison, level: number): string {
  const cells = [
    curve.name.padEnd(28),
    `${curve.runs.length}/${ours.length}`.padStart(7),
    p.toFixed(4).padStart(8),
    adjusted.toFixed(4).padStart(8),
    `${gap < 0 ? '-' : '+'}${Math.abs(gap).toFixed(3)}`.padStart(8),
  ];
  return `  ${cells.join(' ')}  ${gapAt}${adjusted < level ? '  differs' : ''}`;
}
