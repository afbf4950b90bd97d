import { imagesSpec } from '../core/tasks/image-set.ts';
import { imageSetOf } from '../core/tasks/idx-set.ts';
import { packImages, type ImageSet } from '../core/tasks/packed-images.ts';
import { packSamples } from '../core/tasks/samples.ts';
import { formatTask, specOf, type TaskName } from '../core/tasks/task-name.ts';
import { FileProblem } from '../share/json-field.ts';
import { previewOf, specOfSamples, wantsScaling } from '../share/samples/preview.ts';
import { likelyClass, samplesOf, type NamedSamples } from '../share/samples/read-samples.ts';
import { readTable, type SampleTable } from '../share/samples/table.ts';
import type { FilesOutcome, FilesWorker, ImagesPreview, KeepOutcome, Reading } from './files-protocol.ts';
import { hasOwn, keepOwn, type OwnCaches } from './own-data.ts';

/** Bytes of one file, unpacked: more would not fit into a tab beside the run. */
const mostBytes = 128 * 1024 * 1024;
/** Images of the picture that a data set is known by. */
const shown = 20;

/** What was read last. */
type Held =
  | {
      readonly kind: 'samples';
      readonly table: SampleTable;
      readonly set: NamedSamples | null;
      readonly reading: Reading;
    }
  | { readonly kind: 'images'; readonly set: ImageSet };

/** The worker's side: reads files, and remembers the last of them. */
export class FilesService implements FilesWorker {
  private readonly caches: OwnCaches;
  private held: Held | null = null;

  constructor(caches: OwnCaches) {
    this.caches = caches;
  }

  async read(files: readonly File[]): Promise<FilesOutcome> {
    this.held = null;
    return refusing(async () => {
      const read: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
      for (const file of files) read.push({ name: file.name, bytes: await bytesOf(file) });
      const [first] = read;
      if (!first) throw new FileProblem('no file was chosen');
      const isIdx = read.some(({ bytes }) => bytes[0] === 0 && bytes[1] === 0);
      if (isIdx) {
        const set = imageSetOf(read);
        this.held = { kind: 'images', set };
        return { kind: 'images', preview: imagesPreview(set) };
      }
      if (read.length > 1) {
        throw new FileProblem(
          `samples come in one file, but these are ${read.length}; four are for idx files`,
        );
      }
      const table = readTable(textOf(first.bytes));
      const classColumn = likelyClass(table);
      const scaled = startsScaled(table, classColumn);
      return this.readAs(table, { classColumn, scaled });
    });
  }

  async again(reading: Reading): Promise<FilesOutcome> {
    const { held } = this;
    if (held?.kind !== 'samples') return { kind: 'refused', message: 'no samples have been read' };
    return refusing(() => Promise.resolve(this.readAs(held.table, reading)));
  }

  async find(task: TaskName): Promise<FilesOutcome> {
    const { held } = this;
    const spec = specOf(task);
    const other: FilesOutcome = { kind: 'refused', message: 'this is other data than that of the link' };
    if (held?.kind === 'images') {
      return formatTask(imagesSpec(held.set)) === task
        ? { kind: 'images', preview: imagesPreview(held.set) }
        : other;
    }
    if (held === null || spec.kind !== 'samples') return other;
    // Which column is the class the link does not say.
    for (const classColumn of held.table.names.keys()) {
      const outcome = await this.again({ classColumn, scaled: spec.scaled });
      if (outcome.kind === 'samples' && outcome.preview.task === task) return outcome;
    }
    return other;
  }

  async keep(): Promise<KeepOutcome> {
    const { held } = this;
    if (!held || (held.kind === 'samples' && !held.set))
      throw new Error('Nothing that can be trained on was read.');
    const kept = async (task: TaskName, isThere: Promise<boolean>): Promise<KeepOutcome> =>
      (await isThere) ? { kind: 'kept', task } : { kind: 'noRoom' };
    if (held.kind === 'images') {
      const spec = imagesSpec(held.set);
      return kept(formatTask(spec), keepOwn(this.caches, spec, new Uint8Array(packImages(held.set))));
    }
    const set = held.set as NamedSamples;
    const spec = specOfSamples(set, held.reading.scaled);
    const isInLink = spec.text !== null;
    return kept(
      formatTask(spec),
      isInLink ? Promise.resolve(true) : keepOwn(this.caches, spec, packSamples(set)),
    );
  }

  async has(task: TaskName): Promise<boolean> {
    const spec = specOf(task);
    return (spec.kind === 'samples' || spec.kind === 'images') && hasOwn(this.caches, spec);
  }

  private readAs(table: SampleTable, reading: Reading): FilesOutcome {
    const { names: columns } = table;
    this.held = { kind: 'samples', table, set: null, reading };
    try {
      const set = samplesOf(table, reading.classColumn);
      this.held = { ...this.held, set };
      return { kind: 'samples', columns, reading, preview: previewOf(set, reading.scaled) };
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      return { kind: 'columns', columns, reading, message: error.message };
    }
  }
}

function startsScaled(table: SampleTable, classColumn: number): boolean {
  try {
    return wantsScaling(samplesOf(table, classColumn));
  } catch (error) {
    if (error instanceof FileProblem) return false; // It is said when the table is read.
    throw error;
  }
}

/** What is wrong with a file, as an outcome; any other error stays one. */
async function refusing(read: () => Promise<FilesOutcome>): Promise<FilesOutcome> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileProblem || error instanceof RangeError)
      return { kind: 'refused', message: error.message };
    throw error;
  }
}

function imagesPreview(set: ImageSet): ImagesPreview {
  const { height, width, classes, trainSamples: train, labels, pixels } = set;
  const counts = Array.from({ length: classes }, () => 0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  const task = formatTask(imagesSpec(set));
  const first = pixels.slice(0, shown * height * width);
  return { task, train, test: labels.length - train, height, width, classes: counts, first };
}

/** A file's bytes; those of gzip unpacked. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const { name } = file;
  const tooLarge = (): FileProblem =>
    new FileProblem(`${name}: is larger than ${mostBytes / 1024 / 1024} MB`);
  if (file.size > mostBytes) throw tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let next = await reader.read(); next.value; next = await reader.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > mostBytes) throw tooLarge();
    }
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(`${name}: its gzip is damaged`);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What older spreadsheets write; names of classes are all that it changes.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
