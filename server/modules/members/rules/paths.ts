/** The organization that several lie below, by their paths: the longest beginning they share, up to a slash. */
export function commonPath(paths: readonly string[]): string {
  const [first = '/', ...others] = paths
  let shared = first
  for (const path of others)
    while (!path.startsWith(shared))
      shared = shared.slice(0, shared.lastIndexOf('/', shared.length - 2) + 1)
  return shared
}
