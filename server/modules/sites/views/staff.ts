import { contract } from '@zhixing/contract'
import { staffRoles } from '@zhixing/contract/site-words.ts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizationCounts, organizations } from '../../organizations/table.ts'
import { resources } from '../../resources/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { standingsOf } from '../catalogue/standing.ts'
import { neededFor, ratioSentence } from '../rules.ts'
import { educationStaff } from '../table.ts'

type Role = keyof typeof staffRoles

/** Who works for education at and below an organization, and whether they are enough. Nobody is entered twice. */
export const listStaff = view(contract.sites.staff, async (sight, input) => {
  const { db, now, actor } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { path } = organization
  const today = dayOf(now)
  const standings = await standingsOf(db, within(reach, resources.path), { path, today })
  const managers = standings.flatMap(({ unitId, managerName, organizationName, name }) =>
    managerName
      ? [
          {
            ...derived,
            unitId,
            role: 'siteManager' as const,
            name: managerName,
            organizationName,
            note: name,
          },
        ]
      : [],
  )
  const rows = [...(await enteredAt(db, reach)), ...(await lecturersAt(db, reach)), ...managers]
  const people = await membersBelow(db, organization.id)
  const countOf = (role: Role) => rows.filter((row) => row.role === role).length
  const each = async (role: 'organizer' | 'instructor') => {
    const { value, clause } = await ruleAt(db, `staff.${role}.members`, { path, day: today })
    const needed = neededFor(people, value)
    const told = { name: staffRoles[role], people: countOf(role), needed }
    const basis = `党员 ${people} 名，每 ${value} 名至少一人`
    return { role, people: told.people, needed, sentence: ratioSentence(told, basis), clause }
  }
  const manned = standings.filter(({ managerName }) => managerName !== null).length
  const told = { name: staffRoles.siteManager, people: manned, needed: standings.length }
  const sentence = ratioSentence(told, `站点 ${standings.length} 个，每个都要有管理员`)
  return {
    members: people,
    ratios: [
      await each('organizer'),
      await each('instructor'),
      {
        role: 'siteManager' as const,
        people: manned,
        needed: standings.length,
        sentence,
        clause: '站点学用制度',
      },
    ],
    rows: rows.slice((input.page - 1) * input.size, input.page * input.size),
    total: rows.length,
    mayKeep: covers(reachOf(actor.appointments, 'sites.keep'), path),
  }
})

/** As whoever changes the roll keeps it: on the page of a province the roll itself is not counted. */
async function membersBelow(db: Reader, organizationId: string): Promise<number> {
  const [row] = await db
    .select({ members: organizationCounts.members })
    .from(organizationCounts)
    .where(eq(organizationCounts.id, organizationId))
  return row?.members ?? 0
}

const derived = { staffId: null, isFullTime: false, from: null }

async function enteredAt(db: Reader, reach: readonly string[]) {
  return db
    .select({
      unitId: educationStaff.unitId,
      staffId: educationStaff.id,
      role: educationStaff.role,
      name: members.name,
      organizationName: organizations.name,
      isFullTime: educationStaff.isFullTime,
      from: educationStaff.from,
      note: educationStaff.note,
    })
    .from(educationStaff)
    .innerJoin(organizations, eq(organizations.id, educationStaff.organizationId))
    .innerJoin(
      members,
      and(eq(members.unitId, educationStaff.unitId), eq(members.id, educationStaff.memberId)),
    )
    .where(and(within(reach, educationStaff.path), isNull(educationStaff.until)))
    .orderBy(asc(educationStaff.role), asc(members.nameKey), asc(educationStaff.id))
}

/** Lecturers of the register of resources are instructors. */
async function lecturersAt(db: Reader, reach: readonly string[]) {
  const rows = await db
    .select({ resource: resources, organizationName: organizations.name })
    .from(resources)
    .innerJoin(organizations, eq(organizations.id, resources.organizationId))
    .where(
      and(
        within(reach, resources.path),
        eq(resources.kind, 'lecturer'),
        isNull(resources.retiredOn),
      ),
    )
    .orderBy(asc(resources.nameKey), asc(resources.id))
  return rows.map(({ resource, organizationName }) => ({
    ...derived,
    unitId: resource.unitId,
    role: 'instructor' as const,
    name: resource.name,
    organizationName,
    note: '师资库',
  }))
}
