import { and, desc, like, ne } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { isRecent } from '../rules/talk.ts'
import { talks } from '../table.ts'
import { watchedAt } from './watch.ts'

/** Those below a path who have reasons to be talked with, each with the talk that is already under way. */
export async function waitingAt(
  db: Reader,
  { path, now, day }: { readonly path: string; readonly now: Date; readonly day: Day },
) {
  const watched = await watchedAt(db, { path, now, day })
  const some = watched.filter(({ reasons }) => reasons.length > 0)
  const kept = await db
    .select()
    .from(talks)
    .where(and(like(talks.path, `${path}%`), ne(talks.state, 'cancelled')))
    .orderBy(desc(talks.at))
  const byMember = Map.groupBy(kept, ({ memberId }) => memberId)
  return some.map((one) => {
    const again = one.rules['talk.again.days'].value
    const recent = byMember.get(one.memberId)?.find((talk) => isRecent(talk, day, again))
    return { ...one, talk: recent ? { talkId: recent.id, state: recent.state } : null }
  })
}
