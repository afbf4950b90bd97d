import { train } from '../../src/cli/train.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { isRuler, parseRuler } from '../../src/core/information/ruler-text.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { readLessonLink } from '../../src/lessons/lesson-link.ts';
import type { Step } from '../../src/lessons/lesson.ts';
import { readQuantity, rulerOf, type Evidence, type Quantity } from '../../src/lessons/quantity.ts';
import { realPath } from '../../src/lessons/real-path.ts';
import type { Facts } from '../../src/lessons/score.ts';
import { toQuery } from '../../src/share/link.ts';

const module = loadKernel();
const made = new Map<string, readonly Evidence[]>();

/** All repeats of an experiment, trained now by the real kernel (once in a test file), with rulers laid over them. */
export function freshRuns(experiment: Experiment, rulers: readonly string[] = []): readonly Evidence[] {
  const key = [toQuery(experiment), ...rulers].join(' ');
  const known = made.get(key);
  if (known) return known;
  const repeats = Array.from({ length: experiment.repeats }, (_, i) => freshRun(experiment, i + 1, rulers));
  made.set(key, repeats);
  return repeats;
}

function freshRun(experiment: Experiment, repeat: number, rulers: readonly string[]): Evidence {
  const run = train(experiment, (spec, samples) => new WasmKernel(module, spec, samples), {
    repeat,
    rulers: rulers.map((text) => {
      const ruler = parseRuler(text);
      if (!isRuler(ruler)) throw new Error(`${text} is no ruler`);
      return ruler;
    }),
  });
  if (run.failure) throw new Error(run.failure.message);
  const rows = experiment.net.length + 2;
  return {
    columns: run.columns,
    rows,
    limits: run.limits,
    laid: (text) => {
      const reading = run.readings.find(({ ruler }) => ruler === text);
      if (!reading) return null;
      // A ruler has one value of the output, a run two.
      const widened = (values: Float64Array): Float64Array =>
        Float64Array.from({ length: reading.epoch.length * rows }, (_, at) => {
          const layer = Math.min(at % rows, rows - 2);
          return values[Math.floor(at / rows) * (rows - 1) + layer]!;
        });
      return { ixt: widened(reading.ixt), ity: widened(reading.ity) };
    },
  };
}

/** The numbers of quantities as fresh runs of a link have them. */
export function numbersOf(
  link: string,
  quantities: Readonly<Record<string, Quantity>>,
): Record<string, number> {
  const runs = freshRuns(readLessonLink(link).experiment, rulersOf(quantities));
  return Object.fromEntries(
    Object.entries(quantities).map(([name, quantity]) => {
      const value = readQuantity(quantity, runs);
      if (value === null) throw new Error(`${link} says nothing about ${name}`);
      return [name, value];
    }),
  );
}

/** What the run that decides a step says. */
export function factsOf(step: Step): Facts {
  const numbers = numbersOf(step.run, step.numbers);
  const [run] = freshRuns(readLessonLink(step.run).experiment, rulersOf(step.numbers));
  if (!run) throw new Error(`${step.run} gives no run`);
  const { hx, hy } = run.limits;
  const path = step.task.kind === 'draw' ? realPath(run, step.task.row) : [];
  return { numbers, limits: { x: hx, y: hy }, path };
}

function rulersOf(quantities: Readonly<Record<string, Quantity>>): readonly string[] {
  return [...new Set(Object.values(quantities).flatMap((quantity) => rulerOf(quantity) ?? []))];
}
