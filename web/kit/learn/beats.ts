import type { Draft, EntryOf } from '@zhixing/contract'
import { Refused, command } from '../api.ts'

type Words = Draft<EntryOf<'courses.beat'>>
type Beat = Words['beats'][number]
type Said = NonNullable<Words['answers']>[number]
type Kept = Words & { answers?: Said[]; readonly at: number }

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

/** Adds what was said to a question; it goes with the stretches of its ticket. */
export function keepAnswer(ticket: string, said: Said): void {
  const kept = readKept()
  const own = kept.find((one) => one.ticket === ticket)
  if (own) own.answers = [...(own.answers ?? []), said]
  else kept.push({ ticket, beats: [], answers: [said], positionMs: 0, at: Date.now() })
  writeKept(kept)
}

let turn: Promise<unknown> = Promise.resolve()

/** One at a time: of two that tell the same at once, both would forget it, and with it what came meanwhile. */
export function sendBeats(ticket: string | undefined) {
  const sent = turn.then(() => sendKept(ticket))
  turn = sent.catch(() => undefined)
  return sent
}

/**
 * Tells the server all that waits, one ticket after another. What it has heard is forgotten; what it refuses, as when
 * somebody else has signed in on this phone, waits for its own day to end.
 */
async function sendKept(ticket: string | undefined) {
  let answer: Awaited<ReturnType<typeof send>>
  for (const { ticket: next, beats, answers = [], positionMs } of readKept()) {
    const told = { beats: beats.length, answers: answers.length }
    // They are few, and each is its own message.
    // oxlint-disable-next-line no-await-in-loop
    const heard = await send({ ticket: next, beats, answers, positionMs })
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
function forget(ticket: string, told: { beats: number; answers: number }): void {
  const kept = readKept().map((one) => {
    if (one.ticket !== ticket) return one
    const { beats, answers = [] } = one
    return { ...one, beats: beats.slice(told.beats), answers: answers.slice(told.answers) }
  })
  writeKept(kept.filter(({ beats, answers = [] }) => beats.length + answers.length > 0))
}
