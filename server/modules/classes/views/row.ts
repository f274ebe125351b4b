import { eq, sql } from 'drizzle-orm'
import { classEnrolments, classSessions, classes } from '../table.ts'
import { organizations } from '../../organizations/table.ts'

const ofClass = (table: typeof classEnrolments | typeof classSessions) =>
  sql`${table.unitId} = ${classes.unitId} and ${table.classId} = ${classes.id}`
const inState = (state: 'enrolled' | 'waiting') =>
  sql<number>`(select count(*)::int from ${classEnrolments}
    where ${ofClass(classEnrolments)} and ${eq(classEnrolments.state, state)}
    and ${classEnrolments.learnerKind} <> 'observer')`

/** What a list shows of a class. */
export const rowColumns = {
  unitId: classes.unitId,
  classId: classes.id,
  title: classes.title,
  kind: classes.kind,
  level: classes.level,
  origin: classes.origin,
  state: classes.state,
  organizationId: classes.organizationId,
  organizationName: organizations.name,
  from: classes.from,
  until: classes.until,
  people: classes.people,
  enrolled: inState('enrolled'),
  waiting: inState('waiting'),
  minutes: sql<number>`(select coalesce(sum(extract(epoch from ${classSessions.endsAt}
    - ${classSessions.startsAt}) / 60), 0)::int from ${classSessions} where ${ofClass(classSessions)})`,
  isOpenToObservers: classes.isOpenToObservers,
}
