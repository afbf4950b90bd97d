import type { OutputRuler } from '../trajectory.ts';
import type { Quantity, Recorded, Source } from './preset.ts';

type Value = Recorded['value'];

/** Writes down what one source has: each number with the layer, T1 as 1. */
export class Records {
  private readonly source: Source;
  private readonly repeats: number | null;

  /** @param repeats behind the numbers, where that is known */
  constructor(source: Source, repeats: number | null = null) {
    this.source = source;
    this.repeats = repeats;
  }

  /** Of a hidden layer. */
  hidden(layer: number, quantity: Quantity, value: Value, sd: number | null = null): Recorded {
    return this.record(layer - 1, null, quantity, value, sd);
  }

  /** Of the output layer, as it was read. */
  output(
    layer: number,
    output: OutputRuler,
    quantity: Quantity,
    value: Value,
    sd: number | null = null,
  ): Recorded {
    return this.record(layer - 1, output, quantity, value, sd);
  }

  /** Of the network as a whole. */
  whole(quantity: 'trainAccuracy' | 'testAccuracy', value: Value, sd: number | null = null): Recorded {
    return this.record(null, null, quantity, value, sd);
  }

  /** The same number for the layers first to last. */
  each(first: number, last: number, quantity: Quantity, value: Value): Recorded[] {
    return Array.from({ length: last - first + 1 }, (_, i) => this.hidden(first + i, quantity, value));
  }

  private record(
    layer: number | null,
    output: OutputRuler | null,
    quantity: Quantity,
    value: Value,
    sd: number | null,
  ): Recorded {
    const { source, repeats } = this;
    return { layer, output, quantity, value, sd, source, repeats };
  }
}
