/** Names at the right ends of lines: merged where lines end together, else stacked without overlap. */

export interface LineEnd {
  /** Name of one line, or the first and last of a run of them. */
  readonly name: string;
  readonly y: number;
  readonly colour: string;
  /** Place in an order in which neighbours may be merged (the layer); null: never merged. */
  readonly order: number | null;
}

export interface EndName {
  readonly text: string;
  /** Middle of the text, px. */
  readonly y: number;
  readonly colour: string;
}

/** Lines that end within this many px are one to the eye. */
const together = 2.5;

/** Merges runs of neighbouring layers whose lines end together; `join` names a run ("T1-4"). */
export function mergeEnds(
  ends: readonly LineEnd[],
  join: (first: string, last: string) => string,
): readonly EndName[] {
  const runs: LineEnd[][] = [];
  for (const end of ends) {
    const run = runs[runs.length - 1];
    const first = run?.[0];
    const last = run?.[run.length - 1];
    const follows =
      last !== undefined && last.order !== null && end.order === last.order + 1 && first !== undefined;
    if (follows && Math.abs(end.y - first.y) <= together && Math.abs(end.y - last.y) <= together)
      run?.push(end);
    else runs.push([end]);
  }
  return runs.flatMap((run) => {
    const first = run[0];
    const last = run[run.length - 1];
    if (!first || !last) return [];
    const y = run.reduce((sum, end) => sum + end.y, 0) / run.length;
    return [{ text: run.length === 1 ? first.name : join(first.name, last.name), y, colour: last.colour }];
  });
}

/** Moves names up and down, as little as needed, until they are `height` apart and within top..bottom. */
export function stackNames(
  names: readonly EndName[],
  height: number,
  top: number,
  bottom: number,
): readonly EndName[] {
  const sorted = [...names].sort((a, b) => a.y - b.y);
  // Blocks of touching names, each at the mean of where its names would be: pooled from above downwards.
  const blocks: { names: EndName[]; centre: number }[] = [];
  const clamp = (centre: number, count: number): number => {
    const half = (count * height) / 2;
    return Math.max(top + half, Math.min(bottom - half, centre));
  };
  for (const name of sorted) {
    let block = { names: [name], centre: clamp(name.y, 1) };
    for (let above = blocks[blocks.length - 1]; above; above = blocks[blocks.length - 1]) {
      const room = ((above.names.length + block.names.length) * height) / 2;
      if (block.centre - above.centre >= room) break;
      blocks.pop();
      const merged = [...above.names, ...block.names];
      const mean = merged.reduce((sum, one) => sum + one.y, 0) / merged.length;
      block = { names: merged, centre: clamp(mean, merged.length) };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ names: held, centre }) =>
    held.map((name, i) => ({ ...name, y: centre + (i - (held.length - 1) / 2) * height })),
  );
}
