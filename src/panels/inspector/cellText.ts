import { m } from '../../i18n/inspector.ts';
import type { ClassedCells } from '../../core/inspection/cell-orders.ts';
import { clauses, plural } from '../../i18n/t.ts';
import { percent } from '../mapText.ts';

/** A class's part of a cell. */
export interface ClassPart {
  readonly label: number;
  /** As they are counted: with noise weighted. */
  readonly inputs: number;
  /** 0 to 1. */
  readonly share: number;
}

/** The classes that a cell has inputs of, the one with most first; of equal ones the smaller number. */
export function classesOf({ sizes, byClass }: ClassedCells, cell: number): readonly ClassPart[] {
  const classes = byClass.length / sizes.length;
  const all = Array.from({ length: classes }, (_, label) => byClass[cell * classes + label] ?? 0);
  const size = all.reduce((sum, inputs) => sum + inputs, 0);
  return all
    .map((inputs, label) => ({ label, inputs, share: inputs / size }))
    .filter(({ inputs }) => inputs > 0)
    .sort((one, other) => other.inputs - one.inputs || one.label - other.label);
}

/** The class that most of a cell's inputs have, with its share. */
export function mostlyText(cells: ClassedCells, cell: number): string {
  const [first] = classesOf(cells, cell);
  return first ? m('mostly', { share: percent(first.share), label: first.label }) : '';
}

/** Of how many inputs of which classes a cell is made. */
export const mixText = (cells: ClassedCells, cell: number): string =>
  clauses(classesOf(cells, cell).map(({ label, inputs }) => m('mix', { count: inputs, label })));

export const inputsText = (inputs: number): string => m(`inputs.${plural(inputs)}`, { inputs });

export const codesText = (codes: number): string => m(`codes.${plural(codes)}`, { codes });
