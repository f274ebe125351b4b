/**
 * The problem in numbers: people with a gap, and everything that could close it. Minutes are minutes of study; money
 * is in fen. Offers, pools and groups are named by their place in their list.
 */

/** What an offer would bring to one person, and whose seats it would take. */
export type Option = {
  readonly offer: number
  /** Minutes that would count, after what the person would miss for it. */
  readonly minutes: number
  readonly pools: readonly number[]
}

export type Person = {
  readonly id: string
  /** What is still to be reached, beyond what is planned for the person anyway. */
  readonly need: number
  /** How many minutes of study online would still count. */
  readonly onlineMax: number
  readonly options: readonly Option[]
}

export type Span = { readonly from: number; readonly to: number }

export type Offer = {
  readonly id: string
  readonly isOnline: boolean
  /** For each person who takes it. */
  readonly price: number
  /** When one has to be there; nothing where everybody chooses the time. */
  readonly spans: readonly Span[]
  /** What does not exist yet: what it costs to hold it at all, and for how few it is not worth holding. */
  readonly opening?: { readonly price: number; readonly peopleMin: number; readonly seats: number }
}

export type Pool = { readonly id: string; readonly seats: number }

/** Classes that want the same lecturer or the same room at the same time: at most one of them can be held. */
export type Rivals = readonly number[]

export type Instance = {
  readonly people: readonly Person[]
  readonly offers: readonly Offer[]
  readonly pools: readonly Pool[]
  readonly rivals: readonly Rivals[]
  /** What may be spent; nothing where money does not matter. */
  readonly budget: number | null
}

/**
 * What a minute that stays open weighs, in fen: 30,000 yuan an hour, more than any class costs for one person. So
 * first as little as possible stays open, then as little as possible is spent.
 */
export const openMinutePrice = 50_000
/** What an hour of somebody's time weighs: the last word between mixes that cost the same. */
export const ownMinutePrice = 1

export function overlap(one: readonly Span[], other: readonly Span[]): boolean {
  return one.some((a) => other.some((b) => a.from < b.to && b.from < a.to))
}

export function greatestCommon(one: number, other: number): number {
  return other === 0 ? one : greatestCommon(other, one % other)
}
