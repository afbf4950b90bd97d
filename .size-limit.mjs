import { readFileSync } from 'node:fs';

/** What the page asks for before anything moves: its scripts and the modules these import, as Vite lists them. */
const html = readFileSync('dist/index.html', 'utf8');
const scripts = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path]) => `dist/${path}`);

export default [
  { name: 'First load: JavaScript', path: scripts, gzip: true, limit: '150 kB' },
  // Words of another language come beside the English ones.
  {
    name: 'First load in Chinese: JavaScript',
    path: [...scripts, 'dist/assets/zh-first-*.js'],
    gzip: true,
    limit: '150 kB',
  },
  {
    name: 'Worker and kernel',
    path: ['dist/assets/run.worker*.js', 'dist/assets/*.wasm'],
    gzip: true,
    limit: '60 kB',
  },
  // Only where another ruler is laid over a run.
  { name: 'Measuring worker', path: 'dist/assets/measure.worker*.js', gzip: true, limit: '40 kB' },
  // Only where it is chosen. It is gzipped already, as hosts send unknown files as they are.
  { name: 'MNIST', path: 'dist/assets/mnist-*.bin', gzip: false, brotli: false, limit: '11 MB' },
];
