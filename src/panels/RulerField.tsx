import { t } from '../i18n/t.ts';
import { useStores, useView } from '../store/hooks.ts';
import { drawnRuler, kindOf, rulerKinds, rulerOf, withDrawn } from './rulerWords.ts';
import { SelectField } from './SelectField.tsx';

/** Which ruler the plane is drawn by. */
export function RulerField() {
  const { session } = useStores();
  const kind = useView((view) => kindOf(drawnRuler(view.rulers)));
  return (
    <span className="ruler-field">
      <span aria-hidden="true">{t('ruler.title')}</span>
      <SelectField
        label={t('ruler.title')}
        choices={rulerKinds.map((value) => ({ value, text: t(`ruler.kind.${value}`) }))}
        value={kind}
        onChange={(choice) => {
          session.view.setState(({ rulers, output }) => ({
            rulers: withDrawn(rulers, rulerOf(choice, drawnRuler(rulers), output)),
          }));
        }}
      />
    </span>
  );
}
