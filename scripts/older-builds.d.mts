export interface Version {
  readonly version: string;
  readonly arithmetic: number;
  readonly beside: readonly { readonly arithmetic: number; readonly href: string }[];
}
/** What a built page says of itself; null if it says nothing. */
export function readVersion(folder: string): Version | null;
/** The version of the arithmetic that sources have. */
export function arithmeticOfSources(folder: string): number;
/** Puts built pages into `v/N/` of another one, and tells each of all others. */
export function putBeside(page: string, older: readonly { folder: string; arithmetic: number }[]): void;
