import { Keyboard as KeyboardIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../i18n/t.ts';
import { useStores } from '../store/hooks.ts';
import { singleKeys } from '../store/single-keys.ts';
import { DialogButton } from './DialogButton.tsx';
import { lazyPanel } from './lazyPanel.ts';

const KeyboardContents = lazyPanel(() => import('./KeyboardContents.tsx'));

/** Single keys for what is done often, and the list of them behind `?`. */
export function Keyboard() {
  const stores = useStores();
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, shiftKey: shift } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || key.length !== 1 || key === ' ') return;
      if (!singleKeys.getState().on || isTyping(event.target) || document.querySelector('dialog:modal'))
        return;
      if (key === '?') opener.current?.click();
      else
        void import('./shortcuts.ts').then(({ shortcutOf }) => {
          const lower = key.toLowerCase();
          shortcutOf(lower)?.act(stores, { key: lower, shift });
        });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [stores]);
  return (
    <DialogButton
      bare
      opener={opener}
      icon={KeyboardIcon}
      text={t('keyboard.open')}
      title={t('keyboard.title')}
      closeText={t('keyboard.close')}
      className="keyboard"
      contents={KeyboardContents}
    />
  );
}

/** Do letters and digits mean something of their own there? */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['range', 'radio', 'checkbox'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
