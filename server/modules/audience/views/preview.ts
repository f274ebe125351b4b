import { contract } from '@zhixing/contract'
import { and, asc, eq, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { cohortsOf } from '../catalogue/cohorts.ts'
import { conditionOf } from '../catalogue/index.ts'
import { rosterOf } from '../catalogue/rosters.ts'
import { presentOn, subjectColumns, subjectOf } from '../catalogue/subjects.ts'
import { sayAudience } from '../rules.ts'

const sampleSize = 5

export const previewAudience = view(
  contract.audience.preview,
  async ({ db, now, reach }, { organizationId, audience }) => {
    const day = dayOf(now)
    const narrowed = await narrowTo(db, reach, organizationId)
    const chosen = and(
      within(narrowed.reach, organizations.path),
      presentOn(day),
      conditionOf(audience, day).sql,
    )
    const [counted] = await db
      .select({
        total: sql<number>`count(*)::int`,
        branches: sql<number>`count(distinct ${members.organizationId})::int`,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(chosen)
    const rows = await db
      .select(subjectColumns(day))
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(chosen)
      .orderBy(asc(members.nameKey), asc(members.id))
      .limit(sampleSize)

    return {
      total: counted?.total ?? 0,
      branches: counted?.branches ?? 0,
      sentence: sayAudience(audience),
      sample: rows.map(subjectOf).map((subject) => ({
        unitId: subject.unitId,
        memberId: subject.memberId,
        name: subject.name,
        because: [rosterOf(subject, day), ...cohortsOf(subject, day)]
          .map(({ because }) => because)
          .join('；'),
      })),
    }
  },
)
