/** From so many people on, everything below a place is not counted again for each who looks. */
const peopleMost = 5_000

export function isLarge(people: number): boolean {
  return people > peopleMost
}

const minuteMs = 60_000

/**
 * How old a look may be: before it is taken anew, and to be shown at all. `anew`: how long ago it may have been done
 * for who wants it anew, so that who was told to come again for it finds it and does not begin it once more.
 */
export const agesMs = {
  anew: minuteMs,
  fresh: 10 * minuteMs,
  shown: 7 * 24 * 60 * minuteMs,
} as const

/** A look that is not there yet is waited for so long; then whoever asked is told when to come again. */
export const patience = { waitMs: 10_000, comeAgainSeconds: 10 } as const

/** Where one asks about, if one asks about a place. Whoever searches for words wants to see what is, not what was. */
export function placeAskedAbout(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('organizationId' in input)) return undefined
  const { organizationId } = input
  const searches =
    ('text' in input && input.text !== '') || ('search' in input && input.search !== '')
  return typeof organizationId === 'string' && !searches ? organizationId : undefined
}
