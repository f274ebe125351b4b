import { contract } from '@zhixing/contract'
import { and, desc, eq } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { draftRows } from '../catalogue/bulletin.ts'
import { spanOfHalf } from '../rules/bulletin.ts'
import { studyBulletins } from '../table.ts'

export const listBulletins = view(
  contract.studyGroups.bulletins,
  async ({ db, actor, reach: whole }, { organizationId }) => {
    const { organization } = await narrowTo(db, whole, organizationId)
    const rows = await db
      .select()
      .from(studyBulletins)
      .where(eq(studyBulletins.organizationId, organizationId))
      .orderBy(desc(studyBulletins.year), desc(studyBulletins.half))
    return {
      organizationName: organization.name,
      rows: rows.map(({ id, at, unitId, year, half, opinion, byName, rows: lines }) => ({
        unitId,
        bulletinId: id,
        year,
        half,
        opinion,
        byName,
        at: at.toISOString(),
        rows: lines,
      })),
      mayOversee: covers(reachOf(actor.appointments, 'studyGroups.oversee'), organization.path),
    }
  },
)

export const draftBulletin = view(
  contract.studyGroups.draftBulletin,
  async ({ db, now, reach: whole }, { organizationId, year, half }) => {
    const { organization } = await narrowTo(db, whole, organizationId)
    const issued = await db.$count(
      studyBulletins,
      and(
        eq(studyBulletins.organizationId, organizationId),
        eq(studyBulletins.year, year),
        eq(studyBulletins.half, half),
      ),
    )
    return {
      rows: await draftRows(db, organization, { year, half, now }),
      isIssued: issued > 0,
      isOver: dayOf(now) > spanOfHalf(year, half).until,
    }
  },
)
