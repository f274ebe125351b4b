import { contract } from '@zhixing/contract'
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { accounts } from '../../accounts/table.ts'
import { filesOf } from '../../files/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { notices, receipts } from '../table.ts'

const organizationId = sql`coalesce(${members.organizationId}, ${accounts.organizationId})`

/** Who has read and who has not, the unread first. */
export const listReceipts = view(
  contract.notices.receipts,
  async ({ db, reach }, { unitId, noticeId, onlyUnread, page, size }) => {
    const [notice] = await db
      .select()
      .from(notices)
      .where(and(eq(notices.unitId, unitId), eq(notices.id, noticeId), within(reach, notices.path)))
    if (!notice) throw missing('notices.unknown')

    const all = and(eq(receipts.unitId, unitId), eq(receipts.noticeId, noticeId))
    const chosen = onlyUnread ? and(all, isNull(receipts.readAt)) : all
    const rows = await db
      .select({
        personId: receipts.personId,
        name: sql<string>`coalesce(${members.name}, ${accounts.name}, '')`,
        organizationName: sql<string>`coalesce(${organizations.name}, '')`,
        readAt: receipts.readAt,
      })
      .from(receipts)
      .leftJoin(
        members,
        and(eq(members.unitId, receipts.unitId), eq(members.id, receipts.personId)),
      )
      .leftJoin(accounts, eq(accounts.id, receipts.personId))
      .leftJoin(organizations, eq(organizations.id, organizationId))
      .where(chosen)
      .orderBy(sql`${receipts.readAt} is not null`, asc(members.nameKey), asc(receipts.personId))
      .limit(size)
      .offset((page - 1) * size)

    const [sum] = await db
      .select({ people: count(), read: count(receipts.readAt) })
      .from(receipts)
      .where(all)
    const subject = `notice:${noticeId}`
    return {
      title: notice.title,
      body: notice.body,
      at: notice.at.toISOString(),
      people: sum?.people ?? 0,
      read: sum?.read ?? 0,
      files: (await filesOf(db, [subject])).get(subject) ?? [],
      total: await db.$count(receipts, chosen),
      rows: rows.map((row) => ({ ...row, readAt: row.readAt?.toISOString() ?? null })),
    }
  },
)
