import { and, desc, like, ne } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { partsOf } from '../../organizations/index.ts'
import { isRecent } from '../rules/talk.ts'
import { talks } from '../table.ts'
import { watchedAt } from './watch.ts'

type Asked = { readonly path: string; readonly now: Date; readonly day: Day }

/**
 * Those below a path who have reasons to be talked with, each with the talk that is already under way: unit by unit, and
 * of the months that say so nothing is kept.
 */
export async function waitingAt(db: Reader, asked: Asked) {
  const { path, day } = asked
  const some = []
  for (const part of await partsOf(db, path))
    for (const one of await watchedAt(db, { ...asked, ...part })) {
      const { unitId, memberId, name, organizationId, organizationName } = one
      const who = { unitId, memberId, name, organizationId, organizationName, path: one.path }
      const again = one.rules['talk.again.days'].value
      if (one.reasons.length > 0) some.push({ ...who, reasons: one.reasons, again })
    }
  const kept = await db
    .select()
    .from(talks)
    .where(and(like(talks.path, `${path}%`), ne(talks.state, 'cancelled')))
    .orderBy(desc(talks.at))
  const byMember = Map.groupBy(kept, ({ memberId }) => memberId)
  return some.map(({ again, ...one }) => {
    const recent = byMember.get(one.memberId)?.find((talk) => isRecent(talk, day, again))
    return { ...one, talk: recent ? { talkId: recent.id, state: recent.state } : null }
  })
}
