// npm start: installs what is missing, builds the page, serves it on this machine and prints the address.
import { alone, checkNode, installMissing } from './project.mjs';

const host = '127.0.0.1';
const usualPort = 4173;

/** The port asked for by the environment's PORT, else the usual one. */
function wantedPort() {
  const text = process.env.PORT ?? '';
  if (text === '') return usualPort;
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65536) return port;
  console.error(`PORT is "${text}", which is no port from 1 to 65535: taking ${usualPort}.`);
  return usualPort;
}

checkNode();
await alone(installMissing);
const { build, preview } = await import('vite');
console.log('Building Infoplane ...');
await build({ logLevel: 'warn' });
// Where the port is taken, Vite goes on to the next free one.
const server = await preview({ logLevel: 'warn', preview: { host, port: wantedPort(), strictPort: false } });
const { port } = server.httpServer.address();
console.log(`\nInfoplane is at http://${host}:${port}/\nCtrl-C ends it.`);
