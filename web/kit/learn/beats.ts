import type { Draft, EntryOf } from '@zhixing/contract'
import { Refused, command } from '../api.ts'

type Words = Draft<EntryOf<'courses.beat'>>
type Beat = Words['beats'][number]
type Kept = Words & { readonly at: number }

const place = 'zhixing.beats'
const dayMs = 86_400_000

/** What was watched and could not be told yet: kept through a closed page and a lost network, for as long as it counts. */
function readKept(): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    const some = Array.isArray(kept) ? (kept as Kept[]) : []
    return some.filter(({ at }) => at > Date.now() - dayMs)
  } catch {
    return []
  }
}

function writeKept(kept: readonly Kept[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept))
  } catch {
    // A full or forbidden store loses nothing that the network takes.
  }
}

/** Adds a stretch to what waits under its ticket. */
export function keepBeat(ticket: string, beat: Beat | undefined, positionMs: number): void {
  const kept = readKept()
  const own = kept.find((one) => one.ticket === ticket)
  const beats = beat ? [beat] : []
  if (own) {
    own.beats.push(...beats)
    own.positionMs = positionMs
  } else kept.push({ ticket, beats, positionMs, at: Date.now() })
  writeKept(kept)
}

/**
 * Tells the server all that waits, one ticket after another. What it has heard is forgotten; what it refuses, as when
 * somebody else has signed in on this phone, waits for its own day to end.
 */
export async function sendBeats(ticket: string | undefined) {
  let answer: Awaited<ReturnType<typeof send>>
  for (const { ticket: next, beats, positionMs } of readKept()) {
    const told = beats.length
    // They are few, and each is its own message.
    // oxlint-disable-next-line no-await-in-loop
    const heard = await send({ ticket: next, beats, positionMs })
    if (next === ticket) answer = heard
    if (heard) forget(next, told)
  }
  return answer
}

async function send(words: Words) {
  try {
    return await command('courses.beat', words)
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

/** While it was under way, more may have come. */
function forget(ticket: string, told: number): void {
  const kept = readKept().map((one) =>
    one.ticket === ticket ? { ...one, beats: one.beats.slice(told) } : one,
  )
  writeKept(kept.filter(({ beats }) => beats.length > 0))
}
