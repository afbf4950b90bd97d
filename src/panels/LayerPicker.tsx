import { LayerMark, layerVariable } from './LayerMark.tsx';
import { layerName } from './sentences.ts';

interface Props {
  readonly className: string;
  readonly label: string;
  /** How many there are. */
  readonly layers: number;
  /** The picked one, 0 for T1. */
  readonly layer: number;
  readonly onPick: (layer: number) => void;
  /** With their markers. */
  readonly marked?: boolean;
}

/** A button for each layer, of which one is picked. */
export function LayerPicker({ className, label, layers, layer, onPick, marked = false }: Props) {
  return (
    <div className={className} role="group" aria-label={label}>
      {Array.from({ length: layers }, (_, other) => (
        <button
          key={other}
          type="button"
          className="layer-name"
          aria-pressed={other === layer}
          style={{ color: layerVariable(other) }}
          onClick={() => onPick(other)}
        >
          {marked && <LayerMark layer={other} hollow={false} />}
          {layerName(other)}
        </button>
      ))}
    </div>
  );
}
