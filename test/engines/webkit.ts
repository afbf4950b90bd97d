import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Builder, By, Capabilities, until } from 'selenium-webdriver';
import { patience, type EngineKind } from './engine.ts';

/** Where Debian keeps the small browser that WebKitGTK's driver drives. */
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** WebKitGTK and JavaScriptCore, in a window on a screen of its own. Near to Safari, but not Safari. */
export const webkitKind: EngineKind = {
  name: 'WebKitGTK',
  programs: ['xvfb-run', 'WebKitWebDriver', miniBrowser],
  async start([xvfb = '', driver = '', binary = '']) {
    const port = await freePort();
    // In a group of its own, so that the screen and the driver end with it.
    const child = spawn(xvfb, ['-a', driver, `--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      detached: true,
    });
    const ended = once(child, 'exit');
    const stop = (): void => {
      if (child.pid) process.kill(-child.pid, 'SIGTERM');
    };
    try {
      await answers(port);
      const capabilities = new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      });
      const session = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities(capabilities)
        .build();
      return {
        async textAt(address, selector) {
          await session.get(address);
          const found = await session.wait(until.elementLocated(By.css(selector)), patience);
          return (await found.getAttribute('textContent')) ?? '';
        },
        userAgent: () => session.executeScript<string>('return navigator.userAgent'),
        async close() {
          await session.quit();
          stop();
          await ended;
        },
      };
    } catch (error) {
      stop();
      throw error;
    }
  },
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the driver takes requests. */
async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answer?.ok) return;
    await wait(200);
  }
  throw new Error('WebKitWebDriver does not answer.');
}
