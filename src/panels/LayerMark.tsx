import { layerShape, shapePath } from '../plots/shapes.ts';

interface Props {
  /** 0 for T1. */
  readonly layer: number;
  /** Every input has its own code. */
  readonly hollow: boolean;
}

/** A layer's marker as it is on the plane. */
export function LayerMark({ layer, hollow }: Props) {
  return (
    <svg className="layer-mark" viewBox="0 0 16 16" aria-hidden="true" data-hollow={hollow}>
      <path d={shapePath(layerShape(layer), 8, 8, 4.6)} style={{ color: layerVariable(layer) }} />
    </svg>
  );
}

/** The CSS colour of a layer, 0 for T1. */
export function layerVariable(layer: number): string {
  return `var(--layer-${(layer % 9) + 1})`;
}
