/** The wire between page and the worker that reads files of own data: types only. */
import type { TaskName } from '../core/tasks/task-name.ts';
import type { SamplesPreview } from '../share/samples/preview.ts';

/** How a file's columns are read. */
export interface Reading {
  /** Number of the column with the class. */
  readonly classColumn: number;
  /** Each feature to 0 ... 1. */
  readonly scaled: boolean;
}

export interface ImagesPreview {
  readonly task: TaskName;
  readonly train: number;
  readonly test: number;
  readonly height: number;
  readonly width: number;
  /** Images of each class. */
  readonly classes: readonly number[];
  /** The first images, (count, height, width), for a picture. */
  readonly first: Uint8Array;
}

export type FilesOutcome =
  | {
      readonly kind: 'samples';
      /** Of all columns, that of the class among them. */
      readonly columns: readonly string[];
      readonly reading: Reading;
      readonly preview: SamplesPreview;
    }
  /** The table can be read, but not with that column as the class: another one may do. */
  | {
      readonly kind: 'columns';
      readonly columns: readonly string[];
      readonly reading: Reading;
      readonly message: string;
    }
  | { readonly kind: 'images'; readonly preview: ImagesPreview }
  | { readonly kind: 'refused'; readonly message: string };

export type KeepOutcome =
  /** Ready to be trained on. */
  | { readonly kind: 'kept'; readonly task: TaskName }
  /** It would have to be kept on this device, which the browser does not do here. */
  | { readonly kind: 'noRoom' };

/** Exposed by the worker through comlink. It remembers the files it read last. */
export interface FilesWorker {
  /** One file of samples, or four idx files; any of them may be gzipped. Says whatever is wrong with them. */
  read(files: readonly File[]): Promise<FilesOutcome>;
  /** Reads the samples' table in another way. */
  again(reading: Reading): Promise<FilesOutcome>;
  /** The reading under which the files are the data of that name; refused if there is none. */
  find(task: TaskName): Promise<FilesOutcome>;
  /** Makes what was read last ready for runs: in the link, or on this device. */
  keep(): Promise<KeepOutcome>;
  /** Is that data on this device? */
  has(task: TaskName): Promise<boolean>;
}
