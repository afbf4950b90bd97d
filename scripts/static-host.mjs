// A plain static host: what every host of static files does, and nothing that some of them do not.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);
const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves the files of a folder under a path of its own, without special headers. What hosts know the type of comes
 * gzipped to those who take it.
 *
 * @param {string} folder
 * @param {string} under with slashes at both ends
 */
export async function serve(folder, under) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = normalize(decodeURIComponent(pathname));
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const inside = file.startsWith(under) ? file.slice(under.length) : null;
    void answer(inside, /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
    );
  });
  const answer = async (inside, zips) => {
    const body = inside === null ? null : await readFile(join(folder, inside)).catch(() => null);
    if (!body) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found' };
    const type = types[extname(inside)];
    const headers = { 'content-type': type ?? 'application/octet-stream' };
    if (!type || !zips) return { status: 200, headers, body };
    return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: await zip(body) };
  };
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${server.address().port}${under}`, server };
}
