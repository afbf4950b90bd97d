import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A plain static host: the files of a folder under a path of its own, and no special headers. */
export async function serve(folder: string, under: string): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = normalize(decodeURIComponent(pathname));
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const inside = file.startsWith(under) ? file.slice(under.length) : null;
    const answer = (status: number, type: string, body: Buffer | string): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    if (inside === null) return answer(404, 'text/plain', 'not found');
    readFile(join(folder, inside)).then(
      (body) => answer(200, types[extname(file)] ?? 'application/octet-stream', body),
      () => answer(404, 'text/plain', 'not found'),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}${under}`, server };
}
