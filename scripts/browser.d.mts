/** The path of a Chrome, Chromium or Edge on this machine; null if there is none. */
export function findBrowser(): string | null;
