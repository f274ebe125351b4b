import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf, yearsBetween } from '../../../kernel/calendar.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { cohortsOf, rosterOf, subjectColumns, subjectOf } from '../../audience/index.ts'
import { countsOf, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { maskIdNumber, maskPhone } from '../rules/mask.ts'
import { members } from '../table.ts'
import { choosesAll, chosenBy } from './choose.ts'

const orders = {
  name: [asc(members.nameKey), asc(members.id)],
  born: [asc(members.bornOn), asc(members.id)],
  joined: [desc(members.joinedOn), asc(members.id)],
  organization: [asc(organizations.path), asc(members.nameKey), asc(members.id)],
} as const

/** Fewer are counted; of more the number that is kept holds, with those who are still here and leave later. */
const countedBelow = 20_000

export const listMembers = view(contract.members.list, async (sight, input) => {
  const { db, now, vault } = sight
  const day = dayOf(now)
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
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
  const count = (where: SQL | undefined) =>
    db
      .select({ total: sql<number>`count(*)::int` })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(where)
  const kept = choosesAll(input) ? (await countsOf(db, organization.id)).members : 0
  const isKept = kept >= countedBelow
  const [all] = await count(
    isKept ? and(within(reach, organizations.path), gt(members.leftOn, day)) : chosen,
  )

  const open = (sealed: string | null) => (sealed === null ? '' : vault.open(sealed))
  return {
    total: (isKept ? kept : 0) + (all?.total ?? 0),
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
