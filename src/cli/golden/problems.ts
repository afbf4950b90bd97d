/** A file is of a kind, or its network is one, that this program does not run; the message says why. */
export class NotRun extends Error {
  override readonly name = 'NotRun';
}
