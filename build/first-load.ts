/** What is asked of the bundler about a module: which ones it imports from the beginning. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** A chunk, for those of its modules that no group of higher priority takes. */
interface Group {
  readonly name: (id: string, modules: Modules) => string | null;
  readonly priority: number;
}

/**
 * Keeps the modules of `src` that load together in one chunk, though parts of them are also used by what loads later:
 * left alone, the bundler makes a chunk of each such part, and a dozen small files compress worse than one. Packages
 * go where they are first needed.
 *
 * @param entries by the name of its chunk, the first module of each, from its folder in `root` on; what an earlier one
 *   brings along is no part of a later one
 */
export function loadingTogether(root: string, entries: Readonly<Record<string, string>>): Group[] {
  const within = `${root}/src/`;
  const all = Object.entries(entries);
  return all.map(([name, entry], place) => {
    let reached: ReadonlySet<string> | null = null;
    return {
      priority: all.length - place,
      name: (id, modules) => {
        if (!id.startsWith(within)) return null;
        reached ??= reachedFrom(`${root}/${entry}`, within, modules);
        return reached.has(id) ? name : null;
      },
    };
  });
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
