import { contract } from '@zhixing/contract'
import { and, eq } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { priced } from '../steps/judge.ts'
import { countWaiting, findQuotas } from '../store/quotas.ts'
import { classes } from '../table.ts'
import { rowColumns } from './row.ts'

/** A budget beside its caps, before anything is kept. */
export const estimate = view(
  contract.classes.estimate,
  async ({ db, reach }, { organizationId, ...application }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    return { lines: await priced(db, organization.path, application) }
  },
)

/** All of one class that its page begins with. */
export const showClass = view(
  contract.classes.show,
  async ({ db, reach, actor }, { unitId, classId }) => {
    const [row] = await db
      .select({ ...rowColumns, kept: classes })
      .from(classes)
      .innerJoin(organizations, eq(organizations.id, classes.organizationId))
      .where(and(eq(classes.unitId, unitId), eq(classes.id, classId), within(reach, classes.path)))
    if (!row) throw missing('classes.unknown')
    const { kept, ...shown } = row
    const waiting = await countWaiting(db, { unitId, classId })
    const quotas = await findQuotas(db, { unitId, classId })
    const may = (grant: 'classes.keep' | 'classes.approve') =>
      covers(reachOf(actor.appointments, grant), kept.path)
    return {
      ...shown,
      application: kept.application,
      version: kept.version,
      lines: await priced(db, kept.path, kept.application),
      quotas: quotas.map(({ id, organizationId, organizationName, seats, taken }) => ({
        quotaId: id,
        organizationId,
        organizationName,
        seats,
        taken,
        waiting: waiting.get(id) ?? 0,
      })),
      byName: kept.byName,
      at: kept.at.toISOString(),
      reason: kept.reason,
      announcedAt: kept.announcedAt?.toISOString() ?? null,
      partnerName: '',
      can: { keep: may('classes.keep'), approve: may('classes.approve') },
    }
  },
)
