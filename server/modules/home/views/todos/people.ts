import { and, asc, eq, isNull, like, sql } from 'drizzle-orm'
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import { monthDay } from '../../../../kernel/words.ts'
import { isExcused } from '../../../audience/index.ts'
import { hourEntries } from '../../../ledgers/table.ts'
import { members } from '../../../members/table.ts'
import { organizations } from '../../../organizations/table.ts'
import { ruleAt } from '../../../rules/index.ts'
import type { Todo } from '../../rules/todo.ts'
import { quarterEnd, someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

const noticeDays = 30

/** Probation is over, or nearly: the branch meeting has to decide. */
export async function confirmations({ db, today, organization }: Place): Promise<Todo[]> {
  const point = { path: organization.path, day: today }
  const { value: months, clause } = await ruleAt(db, 'dev.probation', point)
  const rows = await db
    .select({ name: members.name, joinedOn: members.joinedOn })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        like(organizations.path, `${organization.path}%`),
        isNull(members.leftOn),
        eq(members.stage, 'probationary'),
        sql`${members.joinedOn} + make_interval(months => ${months}::int) <= ${addDays(today, noticeDays)}::date`,
      ),
    )
    .orderBy(asc(members.joinedOn), asc(members.nameKey))
  const [first] = rows
  if (!first?.joinedOn) return []
  const deadline = addMonths(first.joinedOn, months)
  return [
    {
      key: 'confirmation',
      what: `讨论 ${rows.length} 名预备党员转正`,
      why: `预备期满应及时讨论，${someOf(rows.map(({ name }) => name))}，最早 ${monthDay(deadline)} 期满`,
      clause,
      deadline,
      action: '看名单',
      to: '/members?stage=probationary',
    },
  ]
}

/** Excused from the hard requirement, but nobody has brought the study home this quarter. */
export async function homeDeliveries({ db, today, organization }: Place): Promise<Todo[]> {
  const until = quarterEnd(today)
  const from = addMonths(`${until.slice(0, 7)}-01`, -2)
  const rows = await db
    .select({ name: members.name })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        like(organizations.path, `${organization.path}%`),
        isNull(members.leftOn),
        isExcused(today).sql,
        sql`not exists (select from ${hourEntries} where ${hourEntries.unitId} = ${members.unitId}
          and ${hourEntries.memberId} = ${members.id} and ${hourEntries.source} = 'homeDelivery'
          and ${hourEntries.day} between ${from}::date and ${until}::date)`,
      ),
    )
    .orderBy(asc(members.nameKey), asc(members.id))
  if (rows.length === 0) return []
  return [
    {
      key: 'homeDelivery',
      what: `给 ${rows.length} 名党员送学上门`,
      why: `不作硬性要求的党员本季度还没有送学记录：${someOf(rows.map(({ name }) => name))}`,
      clause: '《中国共产党党员教育管理工作条例》第二十三条',
      deadline: until,
      action: '看名单',
      to: '/outreach',
    },
  ]
}
