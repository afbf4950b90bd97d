/** Another build, beside this one, that computes with another version of the arithmetic. */
export interface OtherBuild {
  readonly arithmetic: number;
  /** Its folder, from this page's on: `v/1/`. */
  readonly href: string;
}

/** What lies beside the page as the file `version.json` tells it; none where that cannot be read. */
export async function buildsBeside(load: typeof fetch = fetch): Promise<readonly OtherBuild[]> {
  try {
    const answer = await load('version.json', { cache: 'no-cache' });
    return answer.ok ? readBuilds(await answer.json()) : [];
  } catch {
    return []; // Without network, or from a build that has no such file, there is nothing to offer.
  }
}

/** The builds of such a file; only folders of this site are taken. */
export function readBuilds(file: unknown): readonly OtherBuild[] {
  if (!isRecord(file) || !Array.isArray(file['beside'])) return [];
  return file['beside'].flatMap((entry: unknown): OtherBuild[] => {
    if (!isRecord(entry)) return [];
    const { arithmetic, href } = entry;
    const isFolder = typeof href === 'string' && /^(\.\.\/){0,2}(v\/\d+\/)?$/.test(href) && href !== '';
    return typeof arithmetic === 'number' && isFolder ? [{ arithmetic, href }] : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
