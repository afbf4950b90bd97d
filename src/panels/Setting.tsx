import { fieldTable, type FieldName } from '../core/experiment/fields.ts';
import type { Experiment } from '../core/experiment/experiment.ts';
import type { Bounds } from '../core/experiment/kinds/kind.ts';
import { fill, t, type MessageKey } from '../i18n/t.ts';
import { useExperiment, useStores } from '../store/hooks.ts';
import { NumberField } from './NumberField.tsx';
import { Row } from './Row.tsx';
import { SelectField } from './SelectField.tsx';

type NamesOf<T> = { [Name in FieldName]: Experiment[Name] extends T ? Name : never }[FieldName];
type ChoiceField = 'opt' | 'init' | 'range' | 'weights';

/** A number of the experiment, with its name. */
export function NumberSetting({
  field,
  whole,
}: {
  readonly field: NamesOf<number>;
  readonly whole?: boolean;
}) {
  const { settings } = useStores();
  const value = useExperiment()[field];
  const kind: unknown = fieldTable[field].kind;
  return (
    <Row label={t(`field.${field}`)}>
      <NumberField
        label={t(`field.${field}`)}
        value={value}
        whole={whole ?? false}
        {...boundsOf(kind)}
        onChange={(next) => settings.edit({ [field]: next })}
        onReject={(text) => settings.reject(field, text)}
      />
    </Row>
  );
}

/** One of the named choices of the experiment. */
export function ChoiceSetting<Field extends ChoiceField>(props: {
  readonly field: Field;
  readonly choices: readonly Experiment[Field][];
}) {
  const { settings } = useStores();
  const value = useExperiment()[props.field];
  const text = (choice: string): string => fill(`field.${props.field}.${choice}` as MessageKey, {});
  return (
    <Row label={fill(`field.${props.field}`, {})}>
      <SelectField<Experiment[Field]>
        label={fill(`field.${props.field}`, {})}
        choices={props.choices.map((choice) => ({ value: choice, text: text(choice) }))}
        value={value}
        onChange={(choice) => settings.edit({ [props.field]: choice })}
      />
    </Row>
  );
}

/** Both ends of a range of the experiment. An end typed beyond the other one takes it along. */
export function EndsSetting({ field }: { readonly field: 'start' | 'fixed' }) {
  const { settings } = useStores();
  const ends = useExperiment()[field];
  const bounds = boundsOf(fieldTable[field].kind);
  const reject = (text: string): void => settings.reject(field, text);
  if (ends === 'data') return null;
  const [low, high] = ends;
  return (
    <Row label={t(`field.${field}`)}>
      <NumberField
        label={t(`experiment.${field}.low`)}
        value={low}
        {...bounds}
        onChange={(next) => settings.edit({ [field]: [next, high > next ? high : next + 1] })}
        onReject={reject}
      />
      <NumberField
        label={t(`experiment.${field}.high`)}
        value={high}
        {...bounds}
        onChange={(next) => settings.edit({ [field]: [low < next ? low : next - 1, next] })}
        onReject={reject}
      />
    </Row>
  );
}

function boundsOf(kind: unknown): Bounds {
  const { min = -Infinity, max = Infinity } = kind as Partial<Bounds>;
  return { min, max };
}
