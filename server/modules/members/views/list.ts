import { contract } from '@zhixing/contract'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { dayOf, yearsBetween } from '../../../kernel/calendar.ts'
import { view } from '../../../kernel/view.ts'
import { cohortsOf, rosterOf, subjectColumns, subjectOf } from '../../audience/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { maskIdNumber, maskPhone } from '../rules/mask.ts'
import { members } from '../table.ts'
import { chosenBy } from './choose.ts'

const orders = {
  name: [asc(members.nameKey), asc(members.id)],
  born: [asc(members.bornOn), asc(members.id)],
  joined: [desc(members.joinedOn), asc(members.id)],
  organization: [asc(organizations.path), asc(members.nameKey), asc(members.id)],
} as const

export const listMembers = view(contract.members.list, async (sight, input) => {
  const { db, now, vault } = sight
  const day = dayOf(now)
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = chosenBy(input, { reach, day, vault })

  const rows = await db
    .select({
      ...subjectColumns(day),
      occupation: members.occupation,
      idNumberSealed: members.idNumberSealed,
      phoneSealed: members.phoneSealed,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(chosen)
    .orderBy(...orders[input.order])
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const [all] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(chosen)

  const open = (sealed: string | null) => (sealed === null ? '' : vault.open(sealed))
  return {
    total: all?.total ?? 0,
    rows: rows.map((row) => {
      const subject = subjectOf(row)
      return {
        ...subject,
        age: yearsBetween(row.bornOn, day),
        idNumber: maskIdNumber(open(row.idNumberSealed)),
        phone: maskPhone(open(row.phoneSealed)),
        tags: [...subject.tags],
        roster: rosterOf(subject, day).roster,
        cohorts: cohortsOf(subject, day).map(({ cohort }) => cohort),
      }
    }),
  }
})
