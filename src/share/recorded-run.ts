import type { Experiment } from '../core/experiment/experiment.ts';
import { measuredEpochs } from '../core/experiment/schedule.ts';
import { allocate, type Limits, type TrajectoryColumns } from '../core/experiment/trajectory.ts';

/**
 * What the plane needs of a run that was made beforehand: information to the nearest float32, so that it is small, and
 * codes. Of no other column anything is known: it is NaN, or 0 where whole numbers are.
 */
export interface RecordedRun {
  /** Of the arithmetic that made it. */
  readonly arithmeticVersion: number;
  readonly fingerprint: string;
  readonly limits: Limits;
  readonly rows: number;
  readonly columns: TrajectoryColumns;
}

/** "IRR1" as a little-endian uint32. */
const magic = 0x31525249;

/**
 * Bytes: uint32 magic, arithmetic version, both words of the fingerprint, rows and measurements, float64 H(X) and H(Y),
 * all little-endian; then I(X;T) and I(T;Y) as float32 and the codes as uint16, each row after row with all its
 * measurements, and all lowest bytes before the next higher ones, as that compresses better. The epochs are those that
 * the settings measure at.
 *
 * @throws RangeError where labels are noisy, or a row has more codes than 65535
 */
export function packRecordedRun(run: RecordedRun): Uint8Array<ArrayBuffer> {
  const { rows, columns, limits } = run;
  if (limits.ixy !== undefined) throw new RangeError('A recorded run has no noisy labels.');
  const measurements = columns.epoch.length;
  const values = measurements * rows;
  const bytes = new Uint8Array(headBytes + values * (4 + 4 + 2));
  const head = new DataView(bytes.buffer);
  const digits = run.fingerprint.replaceAll(' ', '');
  const words = [parseInt(digits.slice(0, 8), 16), parseInt(digits.slice(8), 16)];
  [magic, run.arithmeticVersion, ...words, rows, measurements].forEach((word, i) =>
    head.setUint32(4 * i, word, true),
  );
  head.setFloat64(24, limits.hx, true);
  head.setFloat64(32, limits.hy, true);
  let at = headBytes;
  for (const [name, width] of packed) {
    const plain = new DataView(new ArrayBuffer(values * width));
    for (let i = 0; i < values; i++) {
      const value = columns[name][placeOf(i, rows, measurements)] ?? 0;
      if (width === 4) plain.setFloat32(4 * i, value, true);
      else if (value < 65536) plain.setUint16(2 * i, value, true);
      else throw new RangeError(`A recorded run has no row with ${value} codes.`);
    }
    for (let byte = 0; byte < width; byte++) {
      for (let i = 0; i < values; i++) bytes[at++] = plain.getUint8(width * i + byte);
    }
  }
  return bytes;
}

/**
 * Reads what `packRecordedRun` wrote.
 *
 * @param experiment the settings it was made with
 * @throws RangeError if it is no recorded run of these settings
 */
export function unpackRecordedRun(bytes: Uint8Array, experiment: Experiment): RecordedRun {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (i: number): number => head.getUint32(4 * i, true);
  const epochs = Int32Array.from(measuredEpochs(experiment));
  const measurements = epochs.length;
  const rows = experiment.net.length + 2;
  const values = measurements * rows;
  const isOne = bytes.length === headBytes + values * (4 + 4 + 2) && word(0) === magic;
  if (!isOne || word(4) !== rows || word(5) !== measurements) {
    throw new RangeError('This is no recorded run of these settings.');
  }
  const columns = allocate(rows, measurements);
  for (const column of Object.values(columns) as TrajectoryColumns[keyof TrajectoryColumns][]) {
    if (!(column instanceof Int32Array)) column.fill(NaN);
  }
  columns.epoch.set(epochs);
  let at = headBytes;
  for (const [name, width] of packed) {
    const plain = new DataView(new ArrayBuffer(values * width));
    for (let byte = 0; byte < width; byte++) {
      for (let i = 0; i < values; i++) plain.setUint8(width * i + byte, bytes[at++] ?? 0);
    }
    for (let i = 0; i < values; i++) {
      columns[name][placeOf(i, rows, measurements)] =
        width === 4 ? plain.getFloat32(4 * i, true) : plain.getUint16(2 * i, true);
    }
  }
  const digits = [word(2), word(3)].map((half) => half.toString(16).padStart(8, '0')).join('');
  return {
    arithmeticVersion: word(1),
    fingerprint: [0, 4, 8, 12].map((from) => digits.slice(from, from + 4)).join(' '),
    limits: { hx: head.getFloat64(24, true), hy: head.getFloat64(32, true) },
    rows,
    columns,
  };
}

/** Are these, to the nearest float32, the recorded numbers? */
export function isAsRecorded({ columns: recorded }: RecordedRun, columns: TrajectoryColumns): boolean {
  const { epoch, ixt, ity, codes } = columns;
  return (
    epoch.length === recorded.epoch.length &&
    epoch.every((value, i) => value === recorded.epoch[i]) &&
    ixt.every((value, i) => Math.fround(value) === recorded.ixt[i]) &&
    ity.every((value, i) => Math.fround(value) === recorded.ity[i]) &&
    codes.every((value, i) => value === recorded.codes[i])
  );
}

const headBytes = 40;

/** The columns, with the bytes of a value. */
const packed = [
  ['ixt', 4],
  ['ity', 4],
  ['codes', 2],
] as const;

/** Of the i-th value row by row: where it is measurement by measurement. */
const placeOf = (i: number, rows: number, measurements: number): number =>
  (i % measurements) * rows + Math.floor(i / measurements);
