import { contract } from '@zhixing/contract'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { ownView } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { notices, receipts } from '../table.ts'

export const listInbox = ownView(
  contract.notices.list,
  async ({ db, actor }, { page, size, onlyUnread }) => {
    const mine = eq(receipts.personId, actor.personId)
    const unread = and(mine, isNull(receipts.readAt))
    const chosen = onlyUnread ? unread : mine

    const rows = await db
      .select({ receipt: receipts, notice: notices })
      .from(receipts)
      .innerJoin(
        notices,
        and(eq(notices.unitId, receipts.unitId), eq(notices.id, receipts.noticeId)),
      )
      .where(chosen)
      .orderBy(desc(receipts.sentAt), desc(receipts.id))
      .limit(size)
      .offset((page - 1) * size)
    const files = await filesOf(
      db,
      rows.map(({ notice }) => `notice:${notice.id}`),
    )

    return {
      total: await db.$count(receipts, chosen),
      unread: await db.$count(receipts, unread),
      rows: rows.map(({ receipt, notice }) => ({
        ...notice,
        noticeId: notice.id,
        sentAt: receipt.sentAt.toISOString(),
        reminders: receipt.reminders,
        readAt: receipt.readAt?.toISOString() ?? null,
        files: files.get(`notice:${notice.id}`) ?? [],
      })),
    }
  },
)
