import {
  check,
  DamagedError,
  download,
  type Asset,
  type Loading,
  type Network,
} from './task-source-download.ts';

/** What is used of the browser to keep a file; each is undefined where there is no secure context. */
export interface Keeping {
  readonly caches: Pick<CacheStorage, 'open'> | undefined;
  readonly locks: Pick<LockManager, 'request'> | undefined;
}

const cacheName = 'infoplane-data';

/**
 * The asset's bytes: those kept at an earlier visit, or else downloaded and kept, one worker at a time, so that several
 * download once. A kept copy that is damaged is fetched again; versions from before an update are thrown away.
 *
 * @throws Error saying what went wrong
 */
export function keptOrDownloaded(
  asset: Asset,
  platform: Network & Keeping,
  loading: Loading,
): Promise<Uint8Array<ArrayBuffer>> {
  const load = (): Promise<Uint8Array<ArrayBuffer>> => loadAlone(asset, platform, loading);
  return platform.locks ? platform.locks.request(`${cacheName} ${asset.url}`, load) : load();
}

async function loadAlone(
  asset: Asset,
  platform: Network & Keeping,
  loading: Loading,
): Promise<Uint8Array<ArrayBuffer>> {
  const cache = await openCache(platform);
  const kept = await keptCopy(cache, asset, platform);
  if (kept) {
    loading(asset.length, asset.length);
    return kept;
  }
  const bytes = await download(asset, platform, loading);
  if (cache) await keep(cache, asset, bytes);
  return bytes;
}

/** Null where the browser keeps nothing: no secure context, or a private window of some. */
async function openCache({ caches }: Keeping): Promise<Cache | null> {
  try {
    return (await caches?.open(cacheName)) ?? null;
  } catch {
    return null;
  }
}

async function keptCopy(
  cache: Cache | null,
  asset: Asset,
  network: Network,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await cache?.match(asset.url);
  if (!response) return null;
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    await check(asset, bytes, network);
    return bytes;
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    await cache?.delete(asset.url);
    return null;
  }
}

/** Keeps the bytes, and drops other versions from the same folder: other pages of this host may have their own. */
async function keep(cache: Cache, { url }: Asset, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const folderOf = (address: string): string => address.slice(0, address.lastIndexOf('/') + 1);
  try {
    await cache.put(url, new Response(bytes));
    for (const other of await cache.keys()) {
      if (other.url !== url && folderOf(other.url) === folderOf(url)) await cache.delete(other);
    }
  } catch {
    // The disk is full, or the user allows no more: the run goes on, and the next visit downloads again.
  }
}
