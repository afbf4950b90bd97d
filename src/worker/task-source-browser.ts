import * as mnist from 'virtual:mnist';
import type { TaskSource } from '../core/tasks/task-by-name.ts';
import { taskSource } from './task-source.ts';

/**
 * The tasks of a worker in a browser. Hashes, caches and locks are missing where the page is neither from https nor
 * from this machine, whatever their types say. A worker named `keeps nothing` uses no storage.
 */
export function browserTaskSource(): TaskSource {
  const keeps = self.name !== 'keeps nothing';
  return taskSource(
    { ...mnist, url: new URL(mnist.url, self.location.href).href },
    {
      fetch: (url, init) => fetch(url, init),
      subtle: self.crypto.subtle,
      caches: keeps ? self.caches : undefined,
      locks: keeps ? self.navigator.locks : undefined,
    },
  );
}
