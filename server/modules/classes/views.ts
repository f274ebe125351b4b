import { contract } from '@zhixing/contract'
import { and, asc, eq, ilike, sql } from 'drizzle-orm'
import { within } from '../../kernel/reach.ts'
import { containing } from '../../kernel/search.ts'
import { view } from '../../kernel/view.ts'
import { organizations } from '../organizations/table.ts'
import { classes, seats } from './table.ts'

const taken = sql<number>`(select count(*)::int from ${seats}
  where ${seats.unitId} = ${classes.unitId} and ${seats.classId} = ${classes.id})`

export const listClasses = view(contract.classes.list, async (db, reach, { page, size, text }) => {
  const chosen = and(
    within(reach, organizations.path),
    text ? ilike(classes.title, containing(text)) : undefined,
  )
  const rows = await db
    .select({ lesson: classes, organizationName: organizations.name, taken })
    .from(classes)
    .innerJoin(organizations, eq(organizations.id, classes.organizationId))
    .where(chosen)
    .orderBy(asc(classes.enrolFrom), asc(classes.id))
    .limit(size)
    .offset((page - 1) * size)
  const [all] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(classes)
    .innerJoin(organizations, eq(organizations.id, classes.organizationId))
    .where(chosen)

  return {
    total: all?.total ?? 0,
    rows: rows.map(({ lesson, ...rest }) => ({
      ...lesson,
      ...rest,
      enrolFrom: lesson.enrolFrom.toISOString(),
      enrolUntil: lesson.enrolUntil.toISOString(),
    })),
  }
})
