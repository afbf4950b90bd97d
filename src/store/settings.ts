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
}

/** The experiment being edited. */
export class Settings {
  readonly store: StoreApi<SettingsState>;

  constructor(experiment: Experiment = defaults, problems: readonly Problem[] = []) {
    this.store = createStore<SettingsState>(() => ({ experiment, problems }));
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

  replace(experiment: Experiment, problems: readonly Problem[]): void {
    const same = isSameExperiment(experiment, this.experiment);
    this.store.setState(same ? { problems } : { experiment, problems });
  }

  dismiss(): void {
    this.store.setState({ problems: [] });
  }
}

/** Do both train the same thing? */
export function isSameExperiment(one: Experiment, other: Experiment): boolean {
  return fieldNames.every((name) => isSameValue(name, one[name], other[name]));
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
