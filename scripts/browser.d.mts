/** The path of a Chrome, Chromium or Edge on this machine; undefined if there is none. */
export function findBrowser(): string | undefined;
