import { Client } from 'pg'
import { dayOf, addDays } from '../../kernel/calendar.ts'
import { openDb } from '../../kernel/db.ts'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { digestOf, newToken } from '../../kernel/token.ts'
import { sessions } from '../../modules/accounts/table.ts'
import { plantAccounts } from '../../bench/accounts.ts'
import { plantClass } from '../classes.ts'
import { plantCaller, plantOrganization } from '../world.ts'

export const secret = 'a secret for servers that are killed'

type Someone = { readonly id: string; readonly token: string }
export type FaultBranch = {
  readonly id: string
  readonly name: string
  readonly secretary: Someone
  readonly people: readonly Someone[]
}

/** Who acts while servers are killed; plain, so that it can be written down and taken up again. */
export type FaultCounty = {
  readonly unitId: string
  readonly countyId: string
  readonly organizer: string
  readonly branches: readonly FaultBranch[]
  readonly classIds: readonly string[]
  /** What everybody's phone holds. */
  readonly device: string
}

const peopleInBranch = 40
const classCount = 60

/** A county with three branches, everybody signed in, and classes with a seat for every second person. */
export async function plantFaultCounty(url: string): Promise<FaultCounty> {
  const { db, close } = openDb(url, { connectionsMax: 2, guarded: false })
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const county = await plantOrganization(db, undefined, '虚岭县委')
    const organizer = await plantCaller(db, county, { office: 'organizer', name: '钱来' })
    const branches: FaultBranch[] = []
    for (const name of ['虚岭东支部', '虚岭西支部', '虚岭北支部']) {
      const branch = await plantOrganization(db, county, name)
      const { actor } = await plantCaller(db, branch, { office: 'secretary', name: '孙往' })
      const secretary = { id: actor.personId, token: await openSession(db, actor.accountId) }
      const people = Array.from({ length: peopleInBranch }, () => ({
        id: newId(),
        token: newToken(),
      }))
      await plantAccounts(client, {
        unitId: county.id,
        ids: people.map(({ id }) => id),
        tokens: people.map(({ token }) => token),
        organizationIds: people.map(() => branch.id),
      })
      branches.push({ id: branch.id, name, secretary, people })
    }
    // Those who were laid down at once are counted at once, as the platform would have counted them one by one.
    await client.query(
      `update organization_counts set members = (select count(*) from members join organizations o
         on o.id = members.organization_id where o.path like '%/' || organization_counts.id || '/%')
       where id in (select id from organizations where unit_id = $1)`,
      [county.id],
    )
    await client.query(
      `insert into affiliations (unit_id, id, member_id, organization_id, from_day, how)
       select unit_id, gen_random_uuid(), id, organization_id, coalesce(arrived_on, '2005-07-01'), 'imported'
       from members where not exists (select from affiliations a where a.member_id = members.id)`,
    )
    return {
      unitId: county.id,
      countyId: county.id,
      organizer: await openSession(db, organizer.actor.accountId),
      branches,
      classIds: await plantClasses(db, county, branches.length * peopleInBranch),
      device: newToken(),
    }
  } finally {
    await client.end()
    await close()
  }
}

async function openSession(db: Db, accountId: string): Promise<string> {
  const token = newToken()
  const now = new Date()
  await db.insert(sessions).values({
    accountId,
    tokenHash: digestOf(token),
    address: '127.0.0.1',
    agent: 'faults',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + 7 * 86_400_000),
  })
  return token
}

async function plantClasses(
  db: Db,
  county: Awaited<ReturnType<typeof plantOrganization>>,
  people: number,
): Promise<string[]> {
  const today = dayOf(new Date())
  const [enrolBy, from, until] = [addDays(today, 30), addDays(today, 60), addDays(today, 62)]
  const ids: string[] = []
  for (let at = 0; at < classCount; at += 1) {
    const seats = people / 2
    const { classId } = await plantClass(db, county, {
      application: { title: `第${at + 1}期培训班`, people: seats, enrolBy, from, until },
      quotas: [[county, seats]],
    })
    ids.push(classId)
  }
  return ids
}
