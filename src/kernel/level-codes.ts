import type { Range } from '../core/quantization/layer-quantization.ts';
import { recordOf, type Workplace } from './layer-passes.ts';
import { constantLevels, levelsAt, scaleAt, zeroPointAt } from './layer-records.ts';
import { fewLevels } from './memory-map.ts';

/**
 * A quantized layer has few values, each with a code of its own: what is asked of all its outputs is asked of these
 * values, and what they are called is looked up by code.
 */
export class LevelCodes {
  private readonly place: Workplace;

  constructor(place: Workplace) {
    this.place = place;
  }

  /** Does each code of the layer, whose range is settled, stand for one value? Not of the output: its softmax is read. */
  stands(layer: number): boolean {
    const { spec, view } = this.place;
    if (spec.bits === 'float' || layer === spec.layers.length - 1) return false;
    return view.getUint32(recordOf(this.place, layer) + levelsAt, true) !== constantLevels;
  }

  /** The value of a code, as the layer's outputs have it. */
  private valueOf(layer: number): (code: number) => number {
    const record = recordOf(this.place, layer);
    const scale = this.place.view.getFloat32(record + scaleAt, true);
    const zeroPoint = this.place.view.getFloat32(record + zeroPointAt, true);
    // A product of two float32 is exact in double: it is rounded once, as in the kernel.
    return (code) => Math.fround((code - zeroPoint) * scale);
  }

  /** The smallest and largest output of the layer, by the levels in use that `measureLayer` marked. */
  ends(layer: number): Range {
    const { wasm, map, spec } = this.place;
    const used = new Uint8Array(wasm.memory.buffer, map.used, spec.bits === 'float' ? 0 : 1 << spec.bits);
    const value = this.valueOf(layer);
    return [value(used.indexOf(1)), value(used.lastIndexOf(1))];
  }

  /** Writes the values of all codes to where `encode` reads them. Returns how many there are; 0 if too many. */
  write(layer: number): number {
    const { wasm, map, spec } = this.place;
    const levels = spec.bits === 'float' ? 0 : 1 << spec.bits;
    if (levels > fewLevels) return 0;
    const values = new Float32Array(wasm.memory.buffer, map.levelValues, levels);
    const value = this.valueOf(layer);
    for (let code = 0; code < levels; code++) values[code] = value(code);
    return levels;
  }
}
