import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { narrowTo } from '../../organizations/index.ts'
import { refuseYear } from '../rules.ts'
import { findSuperior, keepReport } from '../store.ts'
import { composeReport } from '../templates/compose.ts'

/** The first draft of a year: one report for one organization, never a second beside it. */
export const draft = act(
  contract.reports.draft,
  async ({ tx, now, actor, reach }, { organizationId, year }) => {
    const today = dayOf(now)
    const refusal = refuseYear(year, today)
    if (refusal) throw conflict(refusal, { 年度: year })

    const { organization } = await narrowTo(tx, reach, organizationId)
    const superior = await findSuperior(tx, organization.parentId)
    const { title, blocks } = await composeReport(tx, organization, { year, now })
    const report = await keepReport(tx, {
      id: newId(),
      unitId: organization.unitId,
      organizationId,
      year,
      title,
      recipients: superior ? [superior.name] : [],
      issuer: organization.name,
      blocks,
      draftedBy: actor.accountId,
      draftedAt: now,
      editedBy: actor.accountId,
      editedAt: now,
    })
    if (!report) throw conflict('reports.drafted', { 组织: organization.name, 年度: year })

    return {
      value: { unitId: report.unitId, reportId: report.id },
      place: organization,
      change: { subject: report.id, after: { title, year } },
    }
  },
)
