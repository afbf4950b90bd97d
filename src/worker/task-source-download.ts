/** A file that lies beside the page, and what it must be like. */
export interface Asset {
  /** With scheme and host. */
  readonly url: string;
  /** Bytes. */
  readonly length: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** Bytes that have come, of all. */
export type Loading = (loaded: number, total: number) => void;

/** What is used of the platform; tests give their own. */
export interface Network {
  fetch(url: string, init: { readonly cache: 'default' | 'reload' }): Promise<Response>;
  /** Undefined where the page has no secure context: neither https nor this machine. */
  readonly subtle: Pick<SubtleCrypto, 'digest'> | undefined;
}

/**
 * Fetches the asset, past the browser's own cache if that holds a damaged one.
 *
 * @throws Error saying what went wrong
 */
export async function download(
  asset: Asset,
  network: Network,
  loading: Loading,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchOnce(asset, network, loading, 'default');
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    return fetchOnce(asset, network, loading, 'reload');
  }
}

/** The bytes that came are not those that the build wrote. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
}

async function fetchOnce(
  asset: Asset,
  network: Network,
  loading: Loading,
  cache: 'default' | 'reload',
): Promise<Uint8Array<ArrayBuffer>> {
  loading(0, asset.length);
  const response = await network.fetch(asset.url, { cache });
  if (!response.ok) throw new Error(`the host answered HTTP ${response.status}`);
  const bytes = new Uint8Array(asset.length);
  let loaded = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) break;
    if (loaded + value.length > asset.length) {
      void reader?.cancel();
      throw new DamagedError(`more than its ${asset.length} bytes came`);
    }
    bytes.set(value, loaded);
    loaded += value.length;
    loading(loaded, asset.length);
  }
  if (loaded < asset.length) throw new DamagedError(`only ${loaded} of its ${asset.length} bytes came`);
  await check(asset, bytes, network);
  return bytes;
}

/**
 * Are these the asset's bytes? Where the page has no secure context only the length is compared here, and the CRC-32
 * inside gzip tells damage when the bytes are unpacked.
 *
 * @throws DamagedError if they are not
 */
export async function check(
  { length, sha256 }: Asset,
  bytes: Uint8Array<ArrayBuffer>,
  { subtle }: Network,
): Promise<void> {
  if (bytes.length !== length) throw new DamagedError(`it has ${bytes.length} bytes in place of ${length}`);
  if (!subtle) return;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== sha256) throw new DamagedError('its SHA-256 is not the one this page was built with');
}
