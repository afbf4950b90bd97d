import type { Experiment } from '../core/experiment/experiment.ts';
import { fieldNames, formatField, isSameValue, type FieldName } from '../core/experiment/fields.ts';
import { c } from '../i18n/compare.ts';
import { counted, decimals, fill, list, t, withMinus } from '../i18n/t.ts';
import type { OtherRun } from '../store/other-run.ts';
import { activationText, hiddenText } from './names.ts';
import { bitsName } from './sentences.ts';
import { taskText } from './taskNames.ts';

/** A setting that two experiments do not share, in words. */
export interface SettingDifference {
  readonly field: FieldName;
  readonly label: string;
  readonly one: string;
  readonly other: string;
}

/** All settings that differ, in the order of their table. */
export function differencesOf(one: Experiment, other: Experiment): readonly SettingDifference[] {
  return fieldNames
    .filter((field) => !isSameValue(field, one[field], other[field]))
    .map((field) => ({
      field,
      label: fill(`field.${field}`, {}),
      one: settingText(field, one),
      other: settingText(field, other),
    }));
}

/** A setting's value as the page has it. */
export function settingText(field: FieldName, experiment: Experiment): string {
  switch (field) {
    case 'task':
      return taskText(experiment.task);
    case 'act':
      return experiment.act.map(activationText).join(t('mark.and'));
    case 'bits':
      return bitsName(experiment.bits);
    case 'net':
      return experiment.net.map(hiddenText).join('-');
    case 'start':
    case 'fixed': {
      const ends = experiment[field];
      if (ends === 'data') return c('fromData');
      return c('range', { low: withMinus(String(ends[0])), high: withMinus(String(ends[1])) });
    }
    case 'batch':
      return experiment.batch === 'full' ? c('full') : decimals(experiment.batch, 0);
    case 'every':
      return experiment.every === 'log'
        ? c('everyLog')
        : c('everyEpochs', { epochs: counted('count.epochs', experiment.every) });
    case 'zero':
      return c(experiment.zero ? 'yes' : 'no');
    case 'range':
    case 'weights':
    case 'init':
    case 'opt':
    case 'badfits':
      return fill(`field.${field}.${experiment[field]}` as Parameters<typeof fill>[0], {});
    default: {
      const value = experiment[field];
      return typeof value === 'number' && Number.isInteger(value)
        ? decimals(value, 0)
        : formatField(field, value);
    }
  }
}

/** Settings whose value says what it is of: "ReLU", "4 bits". */
const speaking: readonly FieldName[] = ['task', 'act', 'bits', 'net', 'opt'];
/** More than these are counted. */
const mostNamed = 2;

/** What a run is, beside one of these settings: "ReLU", "4 bits and learning rate 0.001", "repeat 3". */
export function nameBeside(
  present: Experiment | null,
  { experiment, shown, statistics }: Pick<OtherRun, 'experiment' | 'shown' | 'statistics'>,
): string {
  const differences = present ? differencesOf(present, experiment) : [];
  // How many repeats there are says little beside what was trained otherwise.
  const telling = differences.filter(({ field }) => field !== 'repeats' && field !== 'badfits');
  const parts = telling.map(({ field, label, other }) =>
    speaking.includes(field) ? other : c('named', { label, value: other }),
  );
  const named =
    parts.length > mostNamed
      ? c('more', { parts: parts.slice(0, mostNamed).join(t('mark.and')), count: parts.length - mostNamed })
      : list(parts);
  const which =
    shown === 'mean'
      ? c('mean', { repeats: statistics?.repeats.length ?? 0 })
      : experiment.repeats > 1
        ? c('repeat', { repeat: shown })
        : '';
  return [named || (which ? '' : c('same')), which].filter(Boolean).join(t('mark.comma'));
}
