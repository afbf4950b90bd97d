import { activationNames } from '../../core/network/activations.ts';
import { initializerNames } from '../../core/network/initializers.ts';
import { optimizerNames } from '../../core/network/optimizers.ts';
import type { SweepSetting } from '../../core/experiment/sweep/sweep.ts';
import { t } from '../../i18n/t.ts';
import { w } from '../../i18n/sweep.ts';
import { bitsName } from '../sentences.ts';
import { taskText } from '../taskNames.ts';

export function settingName(setting: SweepSetting): string {
  if (setting === 'bins') return w('bins');
  return setting === 'init' ? t('experiment.initial') : t(`field.${setting}`);
}

/** A value as the page says it: "8 bits", "ReLU", "128 bins"; of other settings as a link has it. */
export function valueName(setting: SweepSetting, text: string): string {
  switch (setting) {
    case 'bits':
      return bitsName(text === 'float' ? 'float' : Number(text));
    case 'bins':
      return w('value.bins', { value: text });
    case 'act': {
      const name = activationNames.find((each) => each === text);
      return name ? t(`field.act.${name}`) : text;
    }
    case 'opt': {
      const name = optimizerNames.find((each) => each === text);
      return name ? t(`field.opt.${name}`) : text;
    }
    case 'init': {
      const name = initializerNames.find((each) => each === text);
      return name ? t(`field.init.${name}`) : text;
    }
    case 'task':
      return taskText(text);
    default:
      return text;
  }
}
