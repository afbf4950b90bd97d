import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { t } from '../i18n/t.ts';
import { useStores } from '../store/hooks.ts';

/** Undo and redo of the settings; Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) wherever no text is being typed. */
export function UndoButtons() {
  const { settings } = useStores();
  const canUndo = useStore(settings.store, ({ past }) => past.length > 0);
  const canRedo = useStore(settings.store, ({ future }) => future.length > 0);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y');
      if (!isCommand || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) settings.redo();
      else settings.undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [settings]);
  return (
    <div className="undo" role="group" aria-label={t('undo.title')}>
      <button
        type="button"
        className="icon quiet"
        aria-label={t('undo.undo')}
        title={t('undo.undoHint')}
        aria-disabled={!canUndo}
        onClick={() => settings.undo()}
      >
        <Undo2 aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon quiet"
        aria-label={t('undo.redo')}
        title={t('undo.redoHint')}
        aria-disabled={!canRedo}
        onClick={() => settings.redo()}
      >
        <Redo2 aria-hidden="true" />
      </button>
    </div>
  );
}

/** Has the field an undo of its own? */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['range', 'radio', 'checkbox'].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}
