import { eq } from 'drizzle-orm'
import type { Caller } from '../kernel/caller.ts'
import type { Db } from '../kernel/db.ts'
import { plantDemo } from '../demo/index.ts'
import { findActors } from '../modules/accounts/index.ts'
import { accounts } from '../modules/accounts/table.ts'
import { draft } from '../modules/reports/acts/draft.ts'
import { reportPaper } from '../modules/reports/views/paper.ts'
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
    const board = await secondsOf(() => byOrganization(caller, asked))
    const scan = await secondsOf(() => client.query('select sum(minutes) from hour_entries'))
    return [
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

/** The median of some rounds. */
async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const seconds: number[] = []
  for (let round = 0; round < rounds; round += 1) {
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
