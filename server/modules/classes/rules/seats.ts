/** The seats that a member may take: those given to the nearest organization above the own branch. */
export function quotaFor<Q extends { readonly path: string }>(
  quotas: readonly Q[],
  memberPath: string,
): Q | undefined {
  return quotas
    .filter(({ path }) => memberPath.startsWith(path))
    .toSorted((one, other) => other.path.length - one.path.length)[0]
}
