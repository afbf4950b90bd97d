import type { ClassedCells } from '../../core/inspection/cell-orders.ts';
import { palettes } from '../../plots/colours.ts';
import { classColour } from '../../plots/scene/scatter.ts';
import { useTheme } from '../../store/theme.ts';
import { classesOf } from './cellText.ts';

interface Props {
  readonly cells: ClassedCells;
  readonly cell: number;
}

/** The classes of a cell's inputs as one bar; the text beside it says the same. */
export function MixBar({ cells, cell }: Props) {
  const palette = palettes[useTheme()];
  const classes = cells.byClass.length / cells.sizes.length;
  return (
    <span className="mix-bar" aria-hidden="true">
      {[...classesOf(cells, cell)]
        .sort((one, other) => one.label - other.label)
        .map(({ label, share }) => (
          <span
            key={label}
            style={{ width: `${100 * share}%`, background: classColour(label, classes, palette) }}
          />
        ))}
    </span>
  );
}
