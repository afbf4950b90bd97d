/** A file cannot be read; the message names file and field. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** A file is of a kind, or its network is one, that this program does not run; the message says why. */
export class NotRun extends Error {
  override readonly name = 'NotRun';
}
