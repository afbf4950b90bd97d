import { useId, useState } from 'react';
import {
  formatTask,
  isFault,
  type BooleanSpec,
  type TaskName,
  type TaskNameFault,
} from '../core/tasks/task-name.ts';
import { decimals } from '../i18n/t.ts';
import { t } from '../i18n/tasks.ts';
import { formOf, kinds, countsOf, parts, readForm, type Form, type Part } from './booleanParts.ts';
import { SelectField } from './SelectField.tsx';

interface Props {
  /** The present task. */
  readonly task: TaskName;
  readonly onChoose: (task: TaskName) => void;
}

/** The kinds of Boolean tasks, each in a sentence; of the chosen one its parts, what comes of them, or what is wrong. */
export function BooleanForm({ task, onChoose }: Props) {
  const [form, setForm] = useState(() => formOf(task));
  const name = useId();
  const outcome = useId();
  const spec = readForm(form);
  const fault = isFault(spec) ? spec : null;
  return (
    <form
      className="booleans"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFault(spec)) onChoose(formatTask(spec));
      }}
    >
      {kinds.map((kind) => (
        <div key={kind} className="boolean">
          <label>
            <input
              type="radio"
              name={name}
              checked={form.kind === kind}
              onChange={() => setForm({ ...form, kind })}
            />
            <span>
              <b>{t(`task.${kind}`)}</b>
              <span className="preset-look">{t(`task.${kind}.about`)}</span>
            </span>
          </label>
          {form.kind === kind && (
            <div className="boolean-parts">
              {parts[kind].map((part) => (
                <PartField
                  key={part}
                  part={part}
                  form={form}
                  outcome={outcome}
                  isWrong={fault !== null}
                  onChange={setForm}
                />
              ))}
              <button type="submit" className="primary" disabled={fault !== null}>
                {t('tasks.use')}
              </button>
              <p id={outcome} className={fault ? 'bad' : 'note'} role="status">
                {isFault(spec) ? faultText(form, spec) : outcomeText(spec)}
              </p>
            </div>
          )}
        </div>
      ))}
    </form>
  );
}

interface PartProps {
  readonly part: Part;
  readonly form: Form;
  /** Id of what is said about it. */
  readonly outcome: string;
  readonly isWrong: boolean;
  readonly onChange: (form: Form) => void;
}

const widths = ['3', '6', '11'].map((value) => ({ value, text: value }));

function PartField({ part, form, outcome, isWrong, onChange }: PartProps) {
  const change = (value: string): void => onChange({ ...form, [part]: value });
  const text = t(`tasks.${part}`);
  return (
    <label className={`part ${part}`}>
      <span>{text}</span>
      {part === 'width' ? (
        <SelectField label={text} choices={widths} value={form.width} onChange={change} />
      ) : (
        <input
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          inputMode={part === 'expression' || part === 'hex' ? 'text' : 'numeric'}
          value={form[part]}
          aria-describedby={outcome}
          aria-invalid={isWrong}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </label>
  );
}

function faultText({ kind }: Form, fault: TaskNameFault): string {
  if (fault.code === 'expression') return t('tasks.wrong.character', fault.values);
  if (fault.code === 'expressionSign') return t('tasks.wrong.sign', fault.values);
  return t(`tasks.wrong.${kind}`);
}

function outcomeText(spec: BooleanSpec): string {
  const samples = 2 ** spec.inputs;
  const counts = countsOf(spec);
  const values = { inputs: spec.inputs, samples };
  if (counts === null) return t('tasks.outcome.large', values);
  const { ones, hy } = counts;
  if (ones === 0 || ones === samples) return t('tasks.outcome.constant', values);
  return t('tasks.outcome', { ...values, ones, hy: decimals(hy, 3) });
}
