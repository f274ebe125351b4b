import type { Db } from '../../../kernel/db.ts'
import { Problem } from '../../../kernel/problem.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { findHomes } from '../store/homes.ts'
import { changeWaiting, keepWaiting, removeWaiting } from '../store/waiting.ts'
import type { Waiting } from '../store/waiting.ts'
import { FullDays, postHours } from './post.ts'
import type { Posted, Posting } from './post.ts'

type Partly = Posted & {
  /** Whose day had no room, in words; their hours wait. */
  readonly waiting: readonly string[]
}

/**
 * Posts what there is room for. Whoever's day is full already is credited later, when something of that day is taken
 * back; until then it stands on a list. What was done stays done, and so do the others' hours.
 */
export async function postOrWait(tx: Db, postings: readonly Posting[]): Promise<Partly> {
  const [first] = postings
  if (!first) return { entries: [], minutes: 0, waiting: [] }
  try {
    const posted = await tx.transaction((inner) => postHours(inner, postings))
    return { ...posted, waiting: [] }
  } catch (error) {
    if (!(error instanceof FullDays)) throw error
    const whyOf = new Map(error.days.map((one) => [`${one.memberId} ${one.day}`, one]))
    const fullFor = (one: Posting) => whyOf.get(`${one.memberId} ${one.day}`)
    const late = postings.filter((one) => fullFor(one))
    const homeOf = await findHomes(tx, first.unitId, late)
    const rows = late.map((posting) => {
      const why = fullFor(posting)?.why
      const organizationId = homeOf(posting)?.organizationId ?? ''
      return { posting, organizationId, why: why ? sentenceOf(why) : '' }
    })
    await keepWaiting(tx, rows)
    const posted = await postHours(
      tx,
      postings.filter((one) => !fullFor(one)),
    )
    const names = new Set(error.days.map(({ name }) => name))
    return { ...posted, waiting: [...names] }
  }
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
