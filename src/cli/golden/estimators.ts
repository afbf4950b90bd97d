import { estimate } from '../../core/information/estimate.ts';
import type { LayerOutputs } from '../../core/information/outputs.ts';
import type { Method, Reading, Ruler, Scope } from '../../core/information/ruler.ts';
import type { JsonField } from '../../share/json-field.ts';
import { largestDifference, type Comparison } from './comparison.ts';
import { floats, uint8 } from './words.ts';

/** estimators.json: estimates of given outputs by many rulers; a line for each kind of ruler. */
export function compareEstimators(file: JsonField, bound: number): Comparison[] {
  const found = new Map<string, number>();
  for (const set of file.list()) {
    const labels = uint8(set.get('labels'));
    const classes = labels.reduce((largest, label) => Math.max(largest, label), 0) + 1;
    const layers = set
      .get('layers')
      .list()
      .map((epoch) => epoch.list().map((layer) => readLayer(layer, labels.length)));
    for (const result of set.get('results').list()) {
      const reading: Reading = result.find('mean')?.value === true ? 'mean' : 'layer';
      const ruler: Ruler = { ...readMethod(result), reading };
      const ours = estimate(ruler, layers, { labels, classes }, 'float');
      const golden = readInformation(result.get('mi'), layers);
      const kind = `${nameOf(ruler)}${reading === 'mean' ? ', mean over units' : ''}`;
      found.set(kind, Math.max(found.get(kind) ?? 0, largestDifference(ours.flat(2), golden)));
    }
  }
  return [...found].map(([quantity, difference]) => ({ kernel: '-', quantity, difference, bound }));
}

function readLayer(field: JsonField, samples: number): LayerOutputs {
  const [width, values] = field.list(2);
  if (!width || !values) throw field.error('should be a width and values');
  const units = width.whole(1);
  return { units, values: floats(values, samples * units) };
}

function readMethod(field: JsonField): Method {
  const strategy = field.get('strategy');
  switch (strategy.text()) {
    case 'uniform': {
      const bounds = field.get('bounds');
      return {
        strategy: 'uniform',
        bins: field.get('bins').whole(1),
        bounds: Array.isArray(bounds.value) ? readPair(bounds) : readScope(bounds),
      };
    }
    case 'adaptive':
      return {
        strategy: 'adaptive',
        bins: field.get('bins').whole(1),
        bounds: readScope(field.get('bounds')),
      };
    case 'grid': {
      const bounds = readScope(field.get('bounds'));
      if (bounds === 'global') throw field.get('bounds').error('the grid is over a layer or a neuron');
      return { strategy: 'grid', bits: field.get('bits').whole(1), bounds };
    }
    case 'exact':
      return { strategy: 'exact' };
    default:
      throw strategy.error(`"${strategy.text()}" is unknown`);
  }
}

function readScope(field: JsonField): Scope {
  const text = field.text();
  if (text === 'global' || text === 'layer' || text === 'neuron') return text;
  throw field.error(`"${text}" is unknown`);
}

function readPair(field: JsonField): [number, number] {
  const [lower = NaN, upper = NaN] = field.list(2).map((end) => end.number());
  return [lower, upper];
}

/** [I(X;T), I(T;Y)] of each layer at each epoch, one after the other. */
function readInformation(field: JsonField, layers: readonly (readonly LayerOutputs[])[]): number[] {
  return field
    .list(layers.length)
    .flatMap((epoch, index) => epoch.list(layers[index]?.length).flatMap((layer) => readPair(layer)));
}

function nameOf(ruler: Ruler): string {
  if (!('bounds' in ruler)) return ruler.strategy;
  if (typeof ruler.bounds !== 'string') return `${ruler.strategy}, fixed`;
  return `${ruler.strategy}, ${ruler.bounds}`;
}
