import { g } from '../i18n/gradients.ts';
import { t } from '../i18n/study.ts';
import { decimals, digits } from '../i18n/t.ts';
import { useStores } from '../store/hooks.ts';
import { lineOf, type Quantity } from './gradientData.ts';
import { thinnedRows } from './Numbers.tsx';
import { ensembleShown } from './repeatsData.ts';
import { layerName } from './sentences.ts';

const quantities = ['mean', 'deviation', 'snr', 'mean/norm', 'deviation/norm'] as const;

/** The gradient of one layer. */
export function GradientTable({ layer }: { readonly layer: number }) {
  const heads = [
    ...[g('meanColumn'), g('deviationColumn'), g('snrColumn')],
    ...[g('relativeColumn'), g('relativeDeviationColumn')],
  ];
  return (
    <Measurements
      caption={(counts) => g('caption', { layer: layerName(layer), ...counts })}
      columns={() => heads.map((head, i) => ({ head, layer, quantity: quantities[i] ?? 'mean' }))}
    />
  );
}

interface LayersProps {
  readonly quantity: Quantity;
  readonly caption: 'ratios' | 'norms';
}

/** One quantity of all layers. */
export function LayersTable({ quantity, caption }: LayersProps) {
  return (
    <Measurements
      caption={(counts) => g(caption, counts)}
      columns={(layers) =>
        Array.from({ length: layers }, (_, layer) => ({ head: layerName(layer), layer, quantity }))
      }
    />
  );
}

interface Props {
  readonly caption: (counts: { shown: number; all: number }) => string;
  /** What stands in the columns of a network of so many layers. */
  readonly columns: (layers: number) => readonly {
    readonly head: string;
    readonly layer: number;
    readonly quantity: Quantity;
  }[];
}

function Measurements({ caption, columns }: Props) {
  const { session } = useStores();
  const run = session.run.state;
  const { trajectory } = run;
  if (!trajectory) return <p className="note">{t('table.none')}</p>;
  const repeats = { set: session.set, shown: session.repeats.getState().shown };
  const ensemble = ensembleShown(repeats.set, repeats.shown, run);
  const { epoch } = trajectory.columns();
  const layers = trajectory.rows - 1;
  const shown = thinnedRows(trajectory.length);
  const said = caption({ shown: shown.length, all: trajectory.length });
  const wanted = columns(layers).map((column) => ({
    ...column,
    values: lineOf(column.quantity, trajectory, run, repeats).values,
  }));
  return (
    <table className="numbers">
      <caption>{ensemble ? g('meanOf', { caption: said, repeats: ensemble.repeats }) : said}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.epoch')}</th>
          {wanted.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((index) => (
          <tr key={index}>
            <th scope="row">{decimals(epoch[index] ?? 0, 0)}</th>
            {wanted.map(({ head, layer, values }) => (
              <td key={head}>{threeDigits(values[index * layers + layer] ?? NaN)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Three digits that count, however small the number is; a dash where there is none. */
function threeDigits(value: number): string {
  return Number.isNaN(value) ? g('none') : digits(value, 3);
}
