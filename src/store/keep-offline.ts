import type { UpdateStore } from './updates.ts';

/** How often a page that stays open asks whether there is a newer build, in ms. */
const hour = 3_600_000;

/**
 * Keeps the page for times without a network, by a service worker, and tells `store` when a newer build waits. Nothing
 * is ever replaced behind an open page's back. Where the browser does not allow it, the page works as without it.
 *
 * @param script the service worker's address
 */
export async function keepOffline(script: string, store: UpdateStore): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await registered(serviceWorker, script);
  if (!registration) return;
  const offer = (): void => {
    const { waiting } = registration;
    // Without a controller this is the first visit, and what waits is what is open.
    if (!waiting || !serviceWorker.controller) return;
    const take = (): void => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take over');
    };
    store.setState({ take });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  // Browsers look by themselves at each visit. Without a network there is nothing to hear.
  setInterval(() => void registration.update().catch(() => undefined), hour);
}

/** Undefined where it is not allowed: in a private window, a sandboxed frame, on a full disk, in a browser that is driven. */
async function registered(
  serviceWorker: ServiceWorkerContainer,
  script: string,
): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await serviceWorker.register(script);
  } catch {
    return undefined;
  }
}
