import { contract } from '@zhixing/contract'
import { and, asc, eq, lt, ne, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { openAt } from '../catalogue/find.ts'
import { showFindings } from '../steps/show.ts'
import { isAbove } from '../steps/words.ts'
import { campaignFindings } from '../table.ts'

/** What is not closed first, by its day. */
export const findings = view(
  contract.campaigns.findings,
  async (sight, { campaignId, organizationId, state, onlyOverdue, page, size }) => {
    const { db, now, actor } = sight
    const { organization } = await narrowTo(db, sight.reach, organizationId)
    const { scope } = await openAt(db, organization, campaignId)
    const today = dayOf(now)
    const all = and(
      eq(campaignFindings.campaignId, campaignId),
      within([scope], campaignFindings.path),
    )
    const isOpen = and(all, ne(campaignFindings.state, 'closed'))
    const isOverdue = and(isOpen, lt(campaignFindings.dueOn, today))
    const base = onlyOverdue ? isOverdue : all
    const chosen = state === undefined ? base : and(base, eq(campaignFindings.state, state))
    const rows = await db
      .select()
      .from(campaignFindings)
      .where(chosen)
      .orderBy(
        sql`${campaignFindings.state} = 'closed'`,
        asc(campaignFindings.dueOn),
        asc(campaignFindings.id),
      )
      .limit(size)
      .offset((page - 1) * size)
    const answers = reachOf(actor.appointments, 'campaigns.answer')
    const judges = reachOf(actor.appointments, 'campaigns.judge')
    const pathOf = new Map(rows.map(({ id, path }) => [id, path]))
    const shown = await showFindings(db, rows, today)
    return {
      rows: shown.map((row) => {
        const path = pathOf.get(row.findingId) ?? ''
        const isClosed = row.state === 'closed'
        const mayAnswer = !isClosed && row.state !== 'reported' && covers(answers, path)
        return { ...row, mayAnswer, mayJudge: row.state === 'reported' && isAbove(judges, path) }
      }),
      total: await db.$count(campaignFindings, chosen),
      open: await db.$count(campaignFindings, isOpen),
      overdue: await db.$count(campaignFindings, isOverdue),
    }
  },
)
