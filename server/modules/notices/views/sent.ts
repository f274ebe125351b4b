import { contract } from '@zhixing/contract'
import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { notices, receipts } from '../table.ts'

/** What was said to organizations at and below this one; what the platform says by itself is left out. */
export const listSent = view(
  contract.notices.sent,
  async ({ db, reach }, { organizationId, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const chosen = and(within(narrowed.reach, notices.path), eq(notices.kind, 'study'))
    const rows = await db
      .select()
      .from(notices)
      .where(chosen)
      .orderBy(desc(notices.at), desc(notices.id))
      .limit(size)
      .offset((page - 1) * size)

    const ids = rows.map(({ id }) => id)
    const counts = await db
      .select({ id: receipts.noticeId, people: count(), read: count(receipts.readAt) })
      .from(receipts)
      .where(inArray(receipts.noticeId, ids))
      .groupBy(receipts.noticeId)
    const countOf = new Map(counts.map((one) => [one.id, one]))

    return {
      total: await db.$count(notices, chosen),
      rows: rows.map((row) => {
        const { people = 0, read = 0 } = countOf.get(row.id) ?? {}
        return { ...row, noticeId: row.id, at: row.at.toISOString(), people, read }
      }),
    }
  },
)
