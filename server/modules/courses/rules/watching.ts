import { union, without, lengthOf } from './spans.ts'
import type { Span, Spans } from './spans.ts'

/** One stretch of play as the player tells it: when, since its ticket was given, and which part of the recording. */
export type Beat = {
  readonly atMs: number
  readonly forMs: number
  readonly fromMs: number
  readonly toMs: number
}

/** What is known of one member and one item; `spent` is the member's time on the server's clock, in all windows. */
export type Watched = { readonly spans: Spans; readonly spent: Spans }

export type Session = {
  /** By the server's clock. */
  readonly openedAt: number
  readonly now: number
  /** How long the recording lasts. */
  readonly lengthMs: number
}

/** How far a player's clock may have run ahead of ours since the ticket was given. */
export const slackMs = 2000
/** For so long a ticket is good, and so long a player may keep what it could not send. */
export const ticketMs = 86_400_000

/**
 * A moment of the server's clock can be spent once, on one moment of one recording, and only after it has come.
 * So neither seeking nor speed nor a second window nor a beat sent twice or made up earns more than sitting there;
 * and a beat that was late on the way still finds its own moments unspent.
 */
export function credit(known: Watched, session: Session, beats: readonly Beat[]): Watched {
  let { spans, spent } = known
  for (const beat of beats) {
    const wall = wallOf(beat, session)
    const free = without(wall, spent)
    const gained = free.map((part) => mediaOf(part, wall, beat))
    spans = union([...spans, ...gained])
    spent = union([...spent, ...free])
  }
  return { spans, spent: recent(spent, session.now) }
}

/** The moments that a beat may spend: not before the ticket, not in the future, one for each moment of the recording. */
function wallOf({ atMs, forMs, fromMs, toMs }: Beat, session: Session): Span {
  const { openedAt, now, lengthMs } = session
  const from = openedAt + Math.max(0, atMs)
  const played = Math.min(toMs, lengthMs) - Math.max(0, fromMs)
  const until = Math.min(from + Math.min(forMs, played), now + slackMs)
  return [from, Math.max(from, until)]
}

function mediaOf([from, until]: Span, [began]: Span, { fromMs }: Beat): Span {
  const shift = Math.max(0, fromMs) - began
  return [from + shift, until + shift]
}

function recent(spent: Spans, now: number): Spans {
  const oldest = now - ticketMs - slackMs
  return spent.filter(([, until]) => until > oldest)
}

export function isWatched(spans: Spans, lengthMs: number, percent: number): boolean {
  return lengthOf(spans) * 100 >= lengthMs * percent
}
