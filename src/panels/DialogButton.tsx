import type { LucideIcon } from 'lucide-react';
import { X } from 'lucide-react';
import type { ComponentType, RefObject } from 'react';
import { Suspense, useId, useRef, useState } from 'react';

interface DialogButtonProps {
  readonly icon: LucideIcon;
  /** On the button; a phone shows the icon alone. */
  readonly text: string;
  readonly title: string;
  /** Name of the button that closes the dialog. */
  readonly closeText: string;
  readonly className?: string;
  /** The icon alone, on any screen. */
  readonly bare?: boolean;
  /** It stands out among the others. */
  readonly primary?: boolean;
  /** The button, for who opens the dialog in another way. */
  readonly opener?: RefObject<HTMLButtonElement | null>;
  /** What is inside, made anew each time it is opened; it may load lazily. */
  readonly contents: ComponentType<DialogContentsProps>;
}

export interface DialogContentsProps {
  /** Closes the dialog. */
  readonly onDone: () => void;
}

/** A button of the header, and the dialog it opens: title, a button to close it, contents. */
export function DialogButton(props: DialogButtonProps) {
  const {
    icon: Icon,
    text,
    title,
    closeText,
    className = '',
    bare = false,
    primary = false,
    opener,
    contents: Contents,
  } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const id = useId();
  const show = (): void => {
    setOpen(true);
    dialog.current?.showModal();
  };
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={`dialog-open ${bare ? 'icon quiet' : primary ? 'primary' : ''}`}
        title={text}
        aria-haspopup="dialog"
        onClick={show}
      >
        <Icon aria-hidden="true" />
        <span className={bare ? 'unseen' : 'label'}>{text}</span>
      </button>
      <dialog
        ref={dialog}
        className={`dialog ${className}`}
        aria-labelledby={id}
        onClose={(event) => {
          // React hands on what a dialog inside this one says, too.
          if (event.target === event.currentTarget) setOpen(false);
        }}
        onClick={(event) => {
          if (event.target === event.currentTarget) close(); // The backdrop.
        }}
      >
        {open && (
          <div className="dialog-inside">
            <div className="dialog-head">
              <h2 id={id}>{title}</h2>
              <button type="button" className="icon quiet" aria-label={closeText} onClick={close}>
                <X aria-hidden="true" />
              </button>
            </div>
            <Suspense>
              <Contents onDone={close} />
            </Suspense>
          </div>
        )}
      </dialog>
    </>
  );
}
