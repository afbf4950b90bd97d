import { createStore, type StoreApi } from 'zustand/vanilla';
import { clampExperiment } from '../core/experiment/check.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import {
  defaults,
  fieldNames,
  fieldTable,
  isSameValue,
  type Field,
  type FieldName,
} from '../core/experiment/fields.ts';
import { quote, type Problem } from '../core/experiment/problems.ts';

export interface SettingsState {
  /** What is to be trained; always within its bounds. */
  readonly experiment: Experiment;
  /** What could not be used as it was given, until it is dismissed. */
  readonly problems: readonly Problem[];
  /** What undo goes back to, the last one first to come; and what redo goes on to, likewise at the end. */
  readonly past: readonly Experiment[];
  readonly future: readonly Experiment[];
}

/** How many changes can be undone. */
const mostChanges = 100;
/** Milliseconds within which changes of the same settings count as one: a slider that is dragged. */
const oneChangeMs = 600;

/** The experiment being edited. */
export class Settings {
  readonly store: StoreApi<SettingsState>;
  private last: { readonly at: number; readonly names: string } | null = null;

  constructor(experiment: Experiment = defaults, problems: readonly Problem[] = []) {
    this.store = createStore<SettingsState>(() => ({ experiment, problems, past: [], future: [] }));
  }

  get experiment(): Experiment {
    return this.store.getState().experiment;
  }

  /** Changes some settings; what is outside its bounds becomes the nearest allowed value, and is reported. */
  edit(change: Partial<Experiment>): void {
    const { experiment, problems } = clampExperiment({ ...this.experiment, ...change });
    this.replace(experiment, problems);
  }

  /** Reports a text that is no value for a field; the field stays as it is. */
  reject(name: FieldName, text: string): void {
    const used = format(name, this.experiment);
    const code = text.trim() === '' ? 'empty' : 'notDecimal';
    this.store.setState({ problems: [{ field: name, code, given: quote(text), used, values: {} }] });
  }

  /** Adds to what could not be used as it was given. */
  report(problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    this.store.setState(({ problems: known }) => ({ problems: [...known, ...problems] }));
  }

  replace(experiment: Experiment, problems: readonly Problem[]): void {
    const { experiment: present, past } = this.store.getState();
    const names = changedFields(present, experiment).join();
    if (names === '') return this.store.setState({ problems });
    const at = performance.now();
    const goesOn = this.last?.names === names && at - this.last.at < oneChangeMs;
    this.last = { at, names };
    this.store.setState({
      experiment,
      problems,
      past: goesOn ? past : [...past, present].slice(-mostChanges),
      future: [],
    });
  }

  /** Back to the settings before the last change. */
  undo(): void {
    const { experiment, past, future } = this.store.getState();
    const before = past.at(-1);
    if (!before) return;
    this.last = null;
    this.store.setState({
      experiment: before,
      problems: [],
      past: past.slice(0, -1),
      future: [...future, experiment],
    });
  }

  /** Takes back what was undone last. */
  redo(): void {
    const { experiment, past, future } = this.store.getState();
    const after = future.at(-1);
    if (!after) return;
    this.last = null;
    this.store.setState({
      experiment: after,
      problems: [],
      past: [...past, experiment],
      future: future.slice(0, -1),
    });
  }

  /** What is there now is the beginning: nothing before it can be undone. */
  forget(): void {
    this.last = null;
    this.store.setState({ past: [], future: [] });
  }

  dismiss(): void {
    this.store.setState({ problems: [] });
  }
}

/** Do both train the same thing? */
export function isSameExperiment(one: Experiment, other: Experiment): boolean {
  return changedFields(one, other).length === 0;
}

function changedFields(one: Experiment, other: Experiment): FieldName[] {
  return fieldNames.filter((name) => !isSameValue(name, one[name], other[name]));
}

/**
 * Does a repeat of the one train what that repeat of the other does? How many there are makes no difference to it,
 * nor does what is done with a bad fit while there is none (see Member.isRepeatOf).
 */
export function trainsTheSame(one: Experiment, other: Experiment): boolean {
  const { repeats, badfits } = one;
  return isSameExperiment(one, { ...other, repeats, badfits });
}

/** A field's value as a link writes it. */
function format<Name extends FieldName>(name: Name, experiment: Pick<Experiment, Name>): string {
  const field: Field<Experiment[Name]> = fieldTable[name];
  return field.kind.format(experiment[name]);
}
