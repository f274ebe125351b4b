import type { Db } from '../../../kernel/db.ts'
import { Problem } from '../../../kernel/problem.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { findHomes } from '../store/homes.ts'
import { changeWaiting, keepWaiting, removeWaiting } from '../store/waiting.ts'
import type { Waiting } from '../store/waiting.ts'
import { FullDays, Overlap, postHours } from './post.ts'
import type { Posted, Posting } from './post.ts'

type Partly = Posted & {
  /** Whose hours wait, in words. */
  readonly waiting: readonly string[]
}

/** Those whose credit may wait because another host reported the same hour first. */
type Guests = ReadonlySet<string>

/**
 * Posts what there is room for. Whoever's day is full already is credited later, when something of that day is taken
 * back; until then it stands on a list. So does a guest whom somebody else reported for the same time: one credit, and
 * both records stay. What was done stays done, and so do the others' hours.
 */
export async function postOrWait(
  tx: Db,
  postings: readonly Posting[],
  guests: Guests = new Set(),
): Promise<Partly> {
  const [first] = postings
  if (!first) return { entries: [], minutes: 0, waiting: [] }
  try {
    const posted = await tx.transaction((inner) => postHours(inner, postings))
    return { ...posted, waiting: [] }
  } catch (error) {
    const late = lateOf(error, postings, guests)
    if (late.length === 0) throw error
    const homeOf = await findHomes(tx, first.unitId, postings)
    const rows = late.map(({ posting, why }) => ({
      posting,
      organizationId: homeOf(posting)?.organizationId ?? '',
      why: sentenceOf(why),
    }))
    await keepWaiting(tx, rows)
    const waits = new Set(late.map(({ posting }) => posting))
    const rest = await postOrWait(
      tx,
      postings.filter((one) => !waits.has(one)),
      guests,
    )
    const names = late.flatMap(({ posting }) => homeOf(posting)?.name ?? [])
    return { ...rest, waiting: [...new Set([...names, ...rest.waiting])] }
  }
}

/** Which of them have to wait and why; none where the refusal is for everybody. */
function lateOf(error: unknown, postings: readonly Posting[], guests: Guests) {
  if (error instanceof FullDays) {
    const whyOf = new Map(error.days.map((one) => [`${one.memberId} ${one.day}`, one.why]))
    return postings.flatMap((posting) => {
      const why = whyOf.get(`${posting.memberId} ${posting.day}`)
      return why ? [{ posting, why }] : []
    })
  }
  if (!(error instanceof Overlap) || !guests.has(error.memberId)) return []
  return postings
    .filter(({ memberId }) => memberId === error.memberId)
    .map((posting) => ({ posting, why: error }))
}

/** Each of them again, those that waited longest first; what finds room waits no more. */
export async function retryWaiting(tx: Db, rows: readonly Waiting[]) {
  let [people, minutes] = [0, 0]
  for (const row of rows)
    try {
      const posted = await tx.transaction((inner) => postHours(inner, [row.posting]))
      await removeWaiting(tx, row)
      people += 1
      minutes += posted.minutes
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await changeWaiting(tx, row, sentenceOf(error))
    }
  return { people, minutes }
}
