import { officeNames } from '@zhixing/contract/words.ts'
import { and, eq, exists, inArray, sql } from 'drizzle-orm'
import type { Db } from '../kernel/db.ts'
import { plantAccount } from '../modules/accounts/index.ts'
import { accounts, appointments } from '../modules/accounts/table.ts'
import { organizations } from '../modules/organizations/table.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import { countyName } from './tree.ts'
import type { DemoOrganization, DemoTree } from './tree.ts'

export type DemoAccount = {
  readonly login: string
  readonly password: string
  readonly office: string
  readonly place: string
}

/** Everybody's, so that one slip of paper is enough for a demonstration. */
export const demoPassword = 'Zhixing-2026'
const demoLogins = [
  'province',
  'organizer',
  'clerk',
  'secretary',
  'officer',
  'member',
  'applicant',
  'system',
  'security',
  'auditor',
]

type Office = NonNullable<Parameters<typeof plantAccount>[1]['offices']>[number]['office']
type Seat = {
  readonly login: string
  readonly office: Office | undefined
  readonly title: string
  readonly place: DemoOrganization
  readonly person: DemoMember | undefined
  readonly name: string
}

/** One account per office; those of the branch belong to its people. */
export async function plantAccounts(
  { tx, now }: { readonly tx: Db; readonly now: Date },
  tree: DemoTree,
  filled: readonly DemoBranch[],
): Promise<void> {
  const seats = seatsOf(tree, filled)
  for (const { login, office, place, person, name } of seats)
    await plantAccount(tx, {
      login,
      name: person?.name ?? name,
      password: demoPassword,
      unitId: place.unitId,
      organizationId: person?.organizationId ?? place.id,
      memberId: person?.id ?? null,
      offices: office ? [{ office, organizationId: place.id }] : [],
      now,
    })
}

/** The accounts of a demonstration county, if this is one, for whoever starts it to see. */
export async function findDemoAccounts(db: Db): Promise<DemoAccount[]> {
  const rows = await db
    .select({ login: accounts.login, office: appointments.office, place: organizations.name })
    .from(accounts)
    .leftJoin(appointments, eq(appointments.accountId, accounts.id))
    .innerJoin(
      organizations,
      eq(
        organizations.id,
        sql`coalesce(${appointments.organizationId}, ${accounts.organizationId})`,
      ),
    )
    .where(and(inArray(accounts.login, demoLogins), exists(countyOf(db))))
    .orderBy(accounts.id)
  return rows.map(({ login, office, place }) => ({
    login,
    password: demoPassword,
    office: login === 'applicant' ? '入党申请人' : officeNames[office ?? 'member'],
    place,
  }))
}

function countyOf(db: Db) {
  return db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.name, countyName))
}

function seatsOf({ county, organizations: tree }: DemoTree, filled: readonly DemoBranch[]): Seat[] {
  const { branch, officers, people } = showcase(filled)
  const committee = tree.find(({ id }) => id === branch.parentId) ?? county
  const inOffice = new Set([...officers.values()].map(({ id }) => id))
  const plain = people.find(
    ({ id, excuse, floatingSince, stage }) =>
      stage === 'full' && !excuse && !floatingSince && !inOffice.has(id),
  )
  const desk = (login: string, office: Office, title: string, place = county): Seat => ({
    login,
    office,
    title,
    place,
    name: title,
    person: undefined,
  })
  return [
    desk('organizer', 'organizer', '县委组织部'),
    desk('clerk', 'clerk', '党委组织委员', committee),
    { ...desk('secretary', 'secretary', '支部书记', branch), person: officers.get('secretary') },
    {
      ...desk('officer', 'officer', '支部委员', branch),
      person: officers.get('organizationOfficer'),
    },
    { ...desk('member', 'officer', '党员', branch), office: undefined, person: plain },
    desk('system', 'systemAdministrator', '系统管理员'),
    desk('security', 'securityAdministrator', '安全管理员'),
    desk('auditor', 'auditor', '审计管理员'),
  ]
}

/** A village branch of middling size with a whole committee, the one that visitors are shown. */
export function showcase(filled: readonly DemoBranch[]): DemoBranch {
  const chosen =
    filled.find(
      ({ branch, officers, people }) =>
        branch.sector === 'village' &&
        officers.size >= 4 &&
        people.length >= 18 &&
        people.length <= 30,
    ) ?? filled[0]
  if (!chosen) throw new Error('a county without a branch cannot be shown')
  return chosen
}
