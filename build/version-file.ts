import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { arithmeticVersion } from '../src/core/experiment/arithmetic-version.ts';

/** What `version.json` beside a built page says: what it is, and which other builds lie beside it. */
export interface VersionFile {
  /** As package.json has it. */
  readonly version: string;
  readonly arithmetic: number;
  /** Builds with another arithmetic: their folders from the page's on (`npm run build:with` writes them). */
  readonly beside: readonly { readonly arithmetic: number; readonly href: string }[];
}

/** Puts `version.json` beside the page. */
export function versionFile(): Plugin {
  const text = (): string => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
      readonly version: string;
    };
    const file: VersionFile = { version, arithmetic: arithmeticVersion, beside: [] };
    return `${JSON.stringify(file)}\n`;
  };
  return {
    name: 'version-file',
    configureServer(server) {
      server.middlewares.use('/version.json', (_, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(text());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'version.json', source: text() });
    },
  };
}
