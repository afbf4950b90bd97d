import { FileUp } from 'lucide-react';
import { useState, type DragEvent } from 'react';

interface Props {
  readonly text: string;
  /** Of which kinds, as an input of files has it; then one. */
  readonly accept?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files to be chosen, or dropped here. */
export function FileChoice({ text, accept, onFiles }: Props) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    if (files && files.length > 0) onFiles([...files]);
  };
  return (
    <label
      className="file-choice"
      data-over={over}
      // The page, which opens files of runs, sees that these are taken.
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <FileUp aria-hidden="true" />
      <span>{text}</span>
      <input
        type="file"
        accept={accept}
        multiple={accept === undefined}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ''; // The same file again is a change too.
        }}
      />
    </label>
  );
}
