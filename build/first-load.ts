/** What is asked of the bundler about a module: which ones it imports from the beginning. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * Names the chunk of the modules of `src` that load with `entry`, though parts of them are also used by what loads
 * later: left alone, the bundler makes a chunk of each such part, and a dozen small files compress worse than one.
 * Packages stay as they are, since what is used of one may be used later only.
 *
 * @param entry the page's first module, from its folder in `root` on
 */
export function firstLoad(root: string, entry: string): (id: string, modules: Modules) => string | null {
  const within = `${root}/src/`;
  let reached: ReadonlySet<string> | null = null;
  return (id, modules) => {
    if (!id.startsWith(within)) return null;
    reached ??= reachedFrom(`${root}/${entry}`, within, modules);
    return reached.has(id) ? 'first' : null;
  };
}

function reachedFrom(entry: string, within: string, modules: Modules): ReadonlySet<string> {
  const reached = new Set([entry]);
  // A set goes through what is added on the way, too.
  for (const id of reached) {
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) {
      if (next.startsWith(within)) reached.add(next);
    }
  }
  return reached;
}
