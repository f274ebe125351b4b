/** The seats that a member may take: those given to the nearest organization above the own branch. */
export function quotaFor<Q extends { readonly path: string }>(
  quotas: readonly Q[],
  memberPath: string,
): Q | undefined {
  return quotas
    .filter(({ path }) => memberPath.startsWith(path))
    .toSorted((one, other) => other.path.length - one.path.length)[0]
}

/** How a quota stands: `queued` have ever been put in line, `waiting` still stand in it. */
type Counts = {
  readonly seats: number
  readonly taken: number
  readonly queued: number
  readonly waiting: number
}

/** A seat, or a place in the line: by its number, and as the people in it count. */
export type Dealt =
  | { readonly state: 'enrolled'; readonly queue: null; readonly position: null }
  | { readonly state: 'waiting'; readonly queue: number; readonly position: number }

/** What the next who comes gets, and how the quota stands then. */
export function dealNext<C extends Counts>(counts: C): { readonly dealt: Dealt; readonly left: C } {
  if (counts.taken < counts.seats)
    return {
      dealt: { state: 'enrolled', queue: null, position: null },
      left: { ...counts, taken: counts.taken + 1 },
    }
  const [queue, position] = [counts.queued + 1, counts.waiting + 1]
  return {
    dealt: { state: 'waiting', queue, position },
    left: { ...counts, queued: queue, waiting: position },
  }
}
