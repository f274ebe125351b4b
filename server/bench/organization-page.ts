import type { Caller } from '../kernel/caller.ts'
import { newId } from '../kernel/ids.ts'
import { seedRules } from '../modules/rules/index.ts'
import { showOrganization } from '../modules/organizations/views/show.ts'
import { listChildren } from '../modules/organizations/views/tree.ts'
import { files, vault, visit } from '../testing/world.ts'
import { withDatabase } from './database.ts'
import type { BenchDatabase } from './database.ts'
import { atMost, percentile, within } from './measured.ts'
import type { Measured } from './measured.ts'
import { plantProvince } from './organization-tree.ts'
import type { Province } from './organization-tree.ts'

/* Sizes of the table "what fast means": branches hold 20 members each. */
const large = { counties: 90, townships: 20, branches: 28, members: 20 }
const small = { counties: 1, townships: 20, branches: 25, members: 20 }
const rounds = 40
const milliseconds = 100

/** The page of an organization, and the level of the tree below it, over subtrees of every size. */
export async function organizationPage(): Promise<Measured[]> {
  const [ours, limit] = [await measure(large), await measure(small)]
  const name = `organization page, ${ours.organizations} organizations, ${ours.members} members`
  const times = { ours: percentile(ours.times, 0.5), limit: percentile(limit.times, 0.5) }
  const slow = { ours: percentile(ours.times, 0.95), limit: milliseconds }
  return [
    atMost(2, { name: `${name}, beside ${limit.members}`, unit: 'ms', ...times }),
    within({ name: `${name}, p95`, unit: 'ms', ...slow }),
  ]
}

async function measure(size: typeof large) {
  return withDatabase(async (database) => {
    await seedRules(database.db)
    const province = await plantProvince(database.client, size)
    await timesOf(database, province)
    const times = await timesOf(database, province)
    return { times, organizations: province.organizations, members: province.members }
  })
}

/** Each round opens the root, a county, a township and a branch, as somebody who reaches all of it. */
async function timesOf({ db }: BenchDatabase, { levels, root }: Province): Promise<number[]> {
  const actor = {
    accountId: newId(),
    personId: newId(),
    unitId: root.id,
    name: '组织部',
    place: { unitId: root.id, path: root.path },
    appointments: [{ office: 'organizer', path: root.path }],
  } as const
  const caller: Caller = { db, now: () => new Date(), vault, files, visit, actor }

  const times: number[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const level of levels) {
      const organizationId = level[round % level.length] ?? root.id
      const began = performance.now()
      await Promise.all([
        showOrganization(caller, { organizationId }),
        listChildren(caller, { parentId: organizationId }),
      ])
      times.push(performance.now() - began)
    }
  return times
}
