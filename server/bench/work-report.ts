import { eq } from 'drizzle-orm'
import type { Client } from 'pg'
import type { Caller } from '../kernel/caller.ts'
import type { Db } from '../kernel/db.ts'
import { plantDemo } from '../demo/index.ts'
import { findActors } from '../modules/accounts/index.ts'
import { accounts } from '../modules/accounts/table.ts'
import { draft } from '../modules/reports/acts/draft.ts'
import { reportPaper } from '../modules/reports/views/paper.ts'
import { derivation } from '../modules/requirements/views/derivation.ts'
import { byOrganization } from '../modules/requirements/views/groups.ts'
import { seedRules } from '../modules/rules/index.ts'
import { files, vault, visit } from '../testing/world.ts'
import { withDatabase } from './database.ts'
import { atMost, percentile, within } from './measured.ts'
import type { Measured } from './measured.ts'

const members = 10_000
const rounds = 5

/** The yearly report of a county as a document, every number of it measured anew, and how far its people have come. */
export async function workReport(): Promise<Measured[]> {
  return withDatabase(async ({ db, client }) => {
    await seedRules(db)
    await plantDemo({ db, now: () => new Date(), vault, files }, { members })
    await client.query('analyze')
    const caller = await organizerOf(db)
    const key = await draft(caller, {
      organizationId: caller.actor.unitId,
      year: new Date().getFullYear(),
    })

    const report = await secondsOf(() => reportPaper(caller, key))
    const asked = { organizationId: caller.actor.unitId, requirement: 'memberHours' } as const
    // Counted each time: what was kept from the last would be shown at once.
    const board = await secondsOf(
      () => byOrganization(caller, asked),
      () => client.query('delete from kept_overviews'),
    )
    const scan = await secondsOf(() => client.query('select sum(minutes) from hour_entries'))
    const [one, rows] = await statusOfOne(caller, client)
    return [
      atMost(5, {
        name: `requirement status of one of ${members} members, beside reading the rows by primary key`,
        unit: 'ms',
        ours: one * 1000,
        limit: rows * 1000,
      }),
      within({ name: `work report of ${members} members`, unit: 's', ours: report, limit: 2 }),
      atMost(3, {
        name: `requirement status of ${members} members, beside one scan of the hours`,
        unit: 'ms',
        ours: board * 1000,
        limit: scan * 1000,
      }),
    ]
  })
}

/** What one person owes and why; and the person and the same year's entries of hours, each by its key. */
async function statusOfOne(caller: Caller, client: Client): Promise<[number, number]> {
  const year = new Date().getFullYear()
  const { rows } = await client.query<{ unitId: string; memberId: string; entryIds: string[] }>(
    `select unit_id as "unitId", member_id as "memberId", array_agg(id) as "entryIds"
     from hour_entries where date_part('year', day) = $1
     group by 1, 2 having count(*) > 3 order by 2 limit 50`,
    [year],
  )
  const people = await secondsOf(async () => {
    for (const { unitId, memberId } of rows)
      // oxlint-disable-next-line no-await-in-loop
      await derivation(caller, { unitId, memberId, requirement: 'memberHours', year })
  })
  const keys = await secondsOf(async () => {
    for (const { unitId, memberId, entryIds } of rows) {
      // oxlint-disable-next-line no-await-in-loop
      await client.query({ name: 'person', text: readPerson, values: [unitId, memberId] })
      // oxlint-disable-next-line no-await-in-loop
      await client.query({ name: 'hours', text: readHours, values: [unitId, entryIds] })
    }
  })
  return [people / rows.length, keys / rows.length]
}

const readPerson = 'select * from members where unit_id = $1 and id = $2'
const readHours = 'select * from hour_entries where unit_id = $1 and id = any($2::uuid[])'

/** The median of some rounds, each after what has to be done before it. */
async function secondsOf(
  run: () => Promise<unknown>,
  before?: () => Promise<unknown>,
): Promise<number> {
  const seconds: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await before?.()
    const began = performance.now()
    await run()
    seconds.push((performance.now() - began) / 1000)
  }
  return percentile(seconds, 0.5)
}

async function organizerOf(db: Db): Promise<Caller & { actor: NonNullable<Caller['actor']> }> {
  const [account] = await db.select().from(accounts).where(eq(accounts.login, 'organizer'))
  const [actor] = account ? await findActors(db, [account.id], new Date()) : []
  if (!actor) throw new Error('the demonstration county has no organizer')
  return { db, now: () => new Date(), vault, files, visit, actor }
}
