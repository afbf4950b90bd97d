import { m } from '../../i18n/inspector.ts';
import { mapLayout, type MapLayout } from '../../core/tasks/map-layout.ts';
import { specOf, type TaskName } from '../../core/tasks/task-name.ts';

/** What the inputs of a task are, for showing them. */
export interface InputKind {
  /** How one of them is drawn; `plain`: by its number. */
  readonly drawn: 'icosahedron' | 'strip' | 'point' | 'image' | 'plain';
  /** Where all of them lie side by side; null where they fill no rectangle. */
  readonly layout: MapLayout | null;
  /** An input in figures. */
  readonly nameOf: (sample: number) => string;
}

/** @param task the canonical name of a task */
export function inputKind(task: TaskName): InputKind {
  const layout = mapLayout(task);
  const drawn = drawnAs(task);
  const numbered = (sample: number): string => m(drawn === 'image' ? 'image' : 'inputNumber', { sample });
  return { drawn, layout, nameOf: layout?.nameOf ?? numbered };
}

function drawnAs(task: TaskName): InputKind['drawn'] {
  const spec = specOf(task);
  switch (spec.kind) {
    case 'icosahedron':
      return 'icosahedron';
    case 'mnist':
    case 'images':
      return 'image';
    case 'square':
      return 'point';
    case 'samples':
      return 'plain'; // Their features are any numbers, not bits.
    default:
      return 'strip';
  }
}
