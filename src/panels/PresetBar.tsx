import { t } from '../i18n/t.ts';
import { useExperiment, useStores, useView } from '../store/hooks.ts';
import { Segmented } from './Segmented.tsx';
import { SelectField } from './SelectField.tsx';
import { useNarrow } from './useNarrow.ts';
import { rulerName } from './rulerName.ts';
import { asVariant, laidRulers, loadVariant, usePreset } from './usePreset.ts';

/** More variants than this do not fit beside one another. */
const mostInSight = 2;

/** While the settings are those of a preset: which it is, and its variants. */
export function PresetBar() {
  const stores = useStores();
  const experiment = useExperiment();
  const choice = usePreset();
  const narrow = useNarrow();
  if (!choice) return null;
  const { preset, variant } = choice;
  const choices = preset.variants.map(({ id }) => ({ value: id, text: t(`variant.${id}`) }));
  const change = (id: string): void => {
    const to = preset.variants.find((other) => other.id === id);
    if (to) loadVariant(stores, preset, asVariant(experiment, variant, to));
  };
  return (
    <div className="preset-bar" role="group" aria-label={t('presets.bar')}>
      <span className="preset-name">
        <b>{t(`preset.${preset.id}`)}</b>
        <span className="muted">{t(`figure.${preset.figure}`)}</span>
      </span>
      {choices.length > 1 &&
        (narrow || choices.length > mostInSight ? (
          <SelectField label={t('presets.variant')} choices={choices} value={variant.id} onChange={change} />
        ) : (
          <Segmented
            quiet
            label={t('presets.variant')}
            choices={choices}
            value={variant.id}
            onChange={change}
          />
        ))}
      <RulerSwitch rulers={laidRulers(preset)} />
    </div>
  );
}

/** Which of the preset's rulers the plane is drawn by; the others are laid over the run too. */
function RulerSwitch({ rulers }: { readonly rulers: readonly string[] }) {
  const { session } = useStores();
  const drawn = useView((view) => view.rulers[0]);
  if (rulers.length < 2) return null;
  return (
    <Segmented
      quiet
      label={t('presets.ruler')}
      choices={rulers.map((value) => ({ value, text: rulerName(value) }))}
      value={drawn ?? ''}
      onChange={(ruler) =>
        session.view.setState({ rulers: [ruler, ...rulers.filter((other) => other !== ruler)] })
      }
    />
  );
}
