import { readFileSync } from 'node:fs';

/** What the page asks for before anything moves: its scripts and the modules these import, as Vite lists them. */
const html = readFileSync('dist/index.html', 'utf8');
const scripts = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => `dist/${path}`);

export default [
  { name: 'First load: JavaScript', path: scripts, gzip: true, limit: '150 kB' },
  {
    name: 'Worker and kernel',
    path: ['dist/assets/*worker*.js', 'dist/assets/*.wasm'],
    gzip: true,
    limit: '60 kB',
  },
];
