import { lengthOf } from './spans.ts'
import { credit } from './watching.ts'
import type { Beat, Session, Watched } from './watching.ts'

/** A question that a recording asks while it is watched. */
export type Check = {
  readonly checkId: string
  readonly kind: 'single' | 'multiple'
  readonly text: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly keys: readonly string[]
  readonly explanation: string
}

/** When one member is asked it, and what they said; the moment is ours to choose. */
export type AskedCheck = {
  readonly checkId: string
  readonly atMs: number
  readonly chosen: readonly string[] | null
  readonly isRight: boolean | null
}

/** What was said, when by the player's own clock since its ticket was given. */
export type Said = {
  readonly checkId: string
  readonly chosen: readonly string[]
  readonly atMs: number
}

/** So much of what follows a question may have played before it stood there, and is not lost. */
export const graceMs = 2000

type Recording = { readonly lengthMs: number; readonly watchPercent: number }

/**
 * Moments for those that have none yet, one in each stretch of the part that has to be watched; `at` is where in its
 * stretch, from 0 to 1, thrown for each anew. What was answered stays so; what is no longer asked is forgotten.
 */
export function planChecks(
  known: readonly AskedCheck[],
  checks: readonly Check[],
  { lengthMs, watchPercent }: Recording,
  at: () => number,
): AskedCheck[] {
  const stretch = (lengthMs * watchPercent * 0.9) / 100 / Math.max(1, checks.length)
  const planned = checks.map(({ checkId }, index) => {
    const atMs = Math.round(stretch * (index + 0.15 + 0.8 * at()))
    const fresh = { checkId, atMs, chosen: null, isRight: null }
    return known.find((one) => one.checkId === checkId) ?? fresh
  })
  return planned.toSorted((one, other) => one.atMs - other.atMs)
}

/** What still waits for an answer, the next one first. */
export function openChecks(asked: readonly AskedCheck[]): AskedCheck[] {
  return asked.filter(({ chosen }) => chosen === null)
}

type Told = { readonly beats: readonly Beat[]; readonly answers: readonly Said[] }
type Known = Watched & { readonly asked: readonly AskedCheck[] }

/**
 * What was played and said, in the order in which it happened, however late it comes. Behind a question that waits,
 * nothing counts; and nobody answers what they have not come to.
 */
export function creditAsked(
  known: Known,
  checks: readonly Check[],
  session: Session,
  { beats, answers }: Told,
): Known {
  if (known.asked.length === 0) return { ...credit(known, session, beats), asked: known.asked }
  const events = [
    ...beats.map((beat) => ({ at: beat.atMs + beat.forMs, order: 0, beat })),
    ...answers.map((said) => ({ at: said.atMs, order: 1, said })),
  ].toSorted((one, other) => one.at - other.at || one.order - other.order)

  let [watched, asked]: [Watched, readonly AskedCheck[]] = [known, known.asked]
  for (const event of events) {
    if ('beat' in event) {
      watched = credit(watched, session, upTo(barrierOf(asked), event.beat))
    } else asked = answered({ spans: watched.spans, asked }, checks, event.said)
  }
  return { ...watched, asked }
}

function barrierOf(asked: readonly AskedCheck[]): number {
  const [next] = openChecks(asked)
  return next ? next.atMs + graceMs : Infinity
}

function upTo(barrier: number, beat: Beat): Beat[] {
  return beat.fromMs >= barrier ? [] : [{ ...beat, toMs: Math.min(beat.toMs, barrier) }]
}

function answered(
  { spans, asked }: Pick<Known, 'spans' | 'asked'>,
  checks: readonly Check[],
  said: Said,
): AskedCheck[] {
  const [next] = openChecks(asked)
  const check = checks.find(({ checkId }) => checkId === said.checkId)
  if (!check || next?.checkId !== said.checkId || !isAnswer(check, said.chosen)) return [...asked]
  const isThere = lengthOf(spans) > 0 && spans.some(([, until]) => until >= next.atMs - graceMs)
  if (!isThere) return [...asked]
  const isRight =
    said.chosen.length === check.keys.length && check.keys.every((key) => said.chosen.includes(key))
  const done = { ...next, chosen: said.chosen, isRight }
  return asked.map((one) => (one.checkId === said.checkId ? done : one))
}

/** Whether these are options of the question, each once, and one only where one is asked for. */
function isAnswer({ kind, options }: Check, chosen: readonly string[]): boolean {
  const known = new Set(options.map(({ id }) => id))
  const isSome = kind === 'single' ? chosen.length === 1 : chosen.length > 0
  return isSome && new Set(chosen).size === chosen.length && chosen.every((id) => known.has(id))
}

/** What is wrong with questions as somebody writes them; nothing where they can be asked. */
export function refuseChecks(
  checks: readonly Check[],
): { number: number; why: string } | undefined {
  const found = checks.map(({ kind, options, keys }, at) => {
    const ids = new Set(options.map(({ id }) => id))
    const isKnown = keys.every((key) => ids.has(key)) && new Set(keys).size === keys.length
    const fault = () => {
      if (ids.size !== options.length) return '两个选项用了同一个编号'
      if (!isKnown) return '正确答案不在选项里'
      return kind === 'single' && keys.length !== 1 ? '单选题只能有一个正确答案' : ''
    }
    return { number: at + 1, why: fault() }
  })
  return found.find(({ why }) => why !== '')
}
