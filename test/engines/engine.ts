/** A real browser, from its start to its end. */
export interface Engine {
  /** Opens an address in a fresh page and waits until the selector is there: its text. */
  textAt(address: string, selector: string): Promise<string>;
  /** What the browser calls itself. */
  userAgent(): Promise<string>;
  close(): Promise<void>;
}

/** How an engine is started, and from where. */
export interface EngineKind {
  readonly name: string;
  /** The programs it needs, by their names in the path; all of them have to be there. */
  readonly programs: readonly string[];
  start(programs: readonly string[]): Promise<Engine>;
}

/** How long a page may take until its run has ended, in ms: MNIST has to be downloaded and measured first. */
export const patience = 120_000;
