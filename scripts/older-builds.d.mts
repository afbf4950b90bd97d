export interface Version {
  readonly version: string;
  readonly arithmetic: number;
  readonly beside: readonly { readonly arithmetic: number; readonly href: string }[];
}
/** What a built page says of itself; null if it says nothing. */
export function readVersion(folder: string): Version | null;
/** The version of the arithmetic that sources have. */
export function arithmeticOfSources(folder: string): number;
/** A folder with a built page, or a commit of which one is to be built: one of both is null. */
export interface OlderBuild {
  readonly folder: string | null;
  readonly revision: string | null;
  readonly arithmetic: number;
}
/** What is to lie beside a page, by the words of the command line; throws where there is no such thing. */
export function findOlder(text: string, root: string): OlderBuild;
/** Refuses builds of which a link could not choose one. */
export function checkVersions(own: number, older: readonly number[]): void;
/** Puts built pages into `v/N/` of another one, and tells each of all others. */
export function putBeside(page: string, older: readonly { folder: string; arithmetic: number }[]): void;
