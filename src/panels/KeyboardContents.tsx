import { useStore } from 'zustand';
import { t } from '../i18n/keyboard.ts';
import { setSingleKeys, singleKeys } from '../store/single-keys.ts';
import { shortcuts } from './shortcuts.ts';

type Words = Parameters<typeof t>[0] & (`keyboard.${string}` | `key.${string}`);
interface Line {
  readonly keys: string;
  readonly does: string;
}

/** What each key does, by where it does it, and the switch for single keys. Loaded when it is opened. */
export default function KeyboardContents() {
  const on = useStore(singleKeys, (keys) => keys.on);
  return (
    <div className="keyboard-inside">
      <Keys title={t('keyboard.anywhere')} lines={anywhere()} />
      {places.map(({ place, lines }) => (
        <Keys key={place} title={t(place)} lines={lines.map(lineOf)} />
      ))}
      <div className="keyboard-switch">
        <label className="check">
          <input type="checkbox" checked={on} onChange={(event) => setSingleKeys(event.target.checked)} />
          {t('keyboard.single')}
        </label>
        <p className="note">{t('keyboard.singleNote')}</p>
      </div>
    </div>
  );
}

function Keys({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return (
    <table className="keys">
      <caption>{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('keyboard.key')}</th>
          <th scope="col">{t('keyboard.does')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ keys, does }) => (
          <tr key={does}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function anywhere(): Line[] {
  return [
    { keys: t('key.space'), does: t('keyboard.play') },
    ...shortcuts.map(({ keys, does }) => ({ keys: keysText(keys), does: t(does) })),
    { keys: t('key.undo'), does: t('keyboard.undo') },
    { keys: '?', does: t('keyboard.keys') },
  ];
}

function keysText(keys: readonly string[]): string {
  if (keys.length > 2) return t('key.digits');
  return keys.map((key) => key.toUpperCase()).join('  ');
}

/** Keys of what has the focus: a name of the keys, or the keys, and what they do. */
const places: readonly {
  readonly place: Words;
  readonly lines: readonly (readonly [Words | '+ − 0', Words])[];
}[] = [
  {
    place: 'keyboard.slider',
    lines: [
      ['key.leftRight', 'keyboard.slider.arrows'],
      ['key.page', 'keyboard.slider.page'],
      ['key.ends', 'keyboard.ends'],
    ],
  },
  {
    place: 'keyboard.plane',
    lines: [
      ['key.arrows', 'keyboard.plane.arrows'],
      ['key.ends', 'keyboard.ends'],
      ['+ − 0', 'keyboard.plane.zoom'],
      ['key.enter', 'keyboard.plane.enter'],
      ['key.escape', 'keyboard.plane.escape'],
    ],
  },
  { place: 'keyboard.map', lines: [['key.arrows', 'keyboard.map.arrows']] },
  {
    place: 'keyboard.number',
    lines: [
      ['key.upDown', 'keyboard.number.arrows'],
      ['key.escape', 'keyboard.number.escape'],
    ],
  },
];

function lineOf([keys, does]: (typeof places)[number]['lines'][number]): Line {
  return { keys: keys === '+ − 0' ? keys : t(keys), does: t(does) };
}
