/**
 * Overviews: what an office sees of everything below. In a town it is counted while one waits; above, where that takes
 * seconds, the last look is shown with its moment and taken anew behind the reader's back. Views declare it by
 * `overview` in the place of `view`, and need know nothing more.
 */
import type { Entry, Grant, Input, Output } from '@zhixing/contract'
import { dayOf, monthOf } from '../../kernel/calendar.ts'
import { implementation, requireActor, requireReach } from '../../kernel/caller.ts'
import type { Caller, Implementation } from '../../kernel/caller.ts'
import type { Reader } from '../../kernel/db.ts'
import { idOf } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problem.ts'
import { look } from '../../kernel/reading.ts'
import { stopwatch, tell } from '../../kernel/signals.ts'
import type { Sight } from '../../kernel/view.ts'
import { countsOf, narrowTo } from '../organizations/index.ts'
import { agesMs, isLarge, patience, placeAskedAbout } from './rules.ts'
import { findKept, keepOverview } from './store.ts'

type Body<E extends Entry> = (sight: Sight, input: Input<E>) => Promise<Output<E>>

/** A view of everything below a place: exact in a town, above as of a moment that the answer names. */
export function overview<E extends Entry<'query', Grant>>(
  entry: E,
  body: Body<E>,
): Implementation<E> {
  return implementation(entry, async (caller, input) => {
    const actor = requireActor(caller)
    const reach = requireReach(actor, entry.grant)
    const { now, vault } = caller
    const from = async (db: Reader) => body({ db, now: now(), vault, actor, reach }, input)

    const place = placeAskedAbout(input)
    if (place === undefined || !isLarge((await countsOf(caller.db, place)).members))
      return look(caller, from)
    // Judged now, whatever is kept: the place may have gone to somebody else.
    await narrowTo(caller.db, reach, place)
    const { unhurried } = caller.overlook ?? {}
    const take = async () => (unhurried ? from(unhurried) : look(caller, from))
    const { accountId, appointments } = actor
    const month = monthOf(dayOf(now()))
    const question = JSON.stringify([entry.name, month, accountId, appointments, input])
    const { name } = entry
    return show(caller, { id: idOf(question), name, accountId, take })
  })
}

type Look<Value> = {
  readonly id: string
  readonly name: string
  readonly accountId: string
  readonly take: () => Promise<Value>
}

/** The last look, if it is young enough to be shown and its reader is content with it. */
async function show<Value>(caller: Caller, asked: Look<Value>): Promise<Value> {
  const { db, now, overlook } = caller
  const kept = await findKept(db, asked.id)
  const age = kept ? now().getTime() - kept.takenAt.getTime() : Infinity
  const isStale = kept && overlook?.isAnew && now().getTime() - kept.keptAt.getTime() > agesMs.anew
  if (!kept || isStale || isBefore(kept.takenAt, overlook?.actedAt) || age > agesMs.shown)
    return waitFor(takeOnce(caller, asked))
  overlook?.takenAt(kept.takenAt)
  if (age > agesMs.fresh) renew(caller, asked)
  // What `take` gave under the same key.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return kept.answer as Value
}

/** Whether a look of this moment cannot show what its reader has done. */
function isBefore(moment: Date, actedAt: Date | undefined): boolean {
  return actedAt !== undefined && moment < actedAt
}

type UnderWay = {
  readonly begunAt: Date
  readonly taken: Promise<unknown>
  next?: Promise<unknown>
}
const underWay = new Map<string, UnderWay>()

/**
 * However many ask at the same time, this process counts once for all of them; those who have done something since it
 * began wait together for one more.
 */
function takeOnce<Value>(caller: Caller, asked: Look<Value>): Promise<Value> {
  const before = underWay.get(asked.id)
  if (before) {
    const answer = isBefore(before.begunAt, caller.overlook?.actedAt)
      ? (before.next ??= before.taken.catch(() => undefined).then(() => takeOnce(caller, asked)))
      : before.taken
    // The key names the question, and the question the kind of answer.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return answer as Promise<Value>
  }
  const begunAt = caller.now()
  const taken = takeAndKeep(caller, asked).finally(() => underWay.delete(asked.id))
  underWay.set(asked.id, { begunAt, taken })
  return taken
}

/** What was true when it was begun is what it is dated by. */
async function takeAndKeep<Value>({ db, now }: Caller, asked: Look<Value>): Promise<Value> {
  const { id, name, accountId, take } = asked
  const [takenAt, seconds] = [now(), stopwatch()]
  let isTaken = false
  try {
    const answer = await take()
    await keepOverview(db, { id, name, accountId, answer, takenAt, keptAt: now() })
    isTaken = true
    return answer
  } finally {
    tell('overview', { name, isTaken, seconds: seconds() })
  }
}

/** Nobody's browser waits for half a minute without a word; what was begun goes on, and is there when they come again. */
async function waitFor<Value>(taking: Promise<Value>): Promise<Value> {
  const late = AbortSignal.timeout(patience.waitMs)
  const tooLate = new Promise<never>((_, refuse) => {
    late.addEventListener('abort', () => {
      refuse(new Problem('overloaded', 'overviews.summing', { 秒: patience.comeAgainSeconds }))
    })
  })
  return Promise.race([taking, tooLate])
}

const renewing = new Set<string>()
let line: Promise<unknown> = Promise.resolve()

/** Behind the reader's back, one after the other: those who wait go first. What goes wrong is heard by who watches. */
function renew<Value>(caller: Caller, asked: Look<Value>): void {
  if (underWay.has(asked.id) || renewing.has(asked.id)) return
  renewing.add(asked.id)
  line = line
    .then(() => takeAndKeep(caller, asked))
    .catch(() => undefined)
    .finally(() => renewing.delete(asked.id))
}
