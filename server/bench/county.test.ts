import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../testing/app.ts'
import { identifyBy } from '../identity.ts'
import { db, url } from '../testing/database.ts'
import { files, plantMember, plantOrganization, vault } from '../testing/world.ts'
import { letCome } from './arrivals.ts'
import type { Arrival } from './arrivals.ts'
import { countyCrowd } from './county-crowd.ts'
import { browsing, entering, requireTruth, rolling, watching } from './county-plan.ts'

const branches = 3
const people = 20
const seconds = 1

const now = () => new Date()

/** What `npm run bench county` does with ten thousand. */
async function crowdedCounty() {
  const county = await plantOrganization(db, undefined, '县委')
  for (let branch = 0; branch < branches; branch += 1) {
    const place = await plantOrganization(db, county, `第${branch}支部`)
    for (let one = 0; one < people; one += 1) await plantMember(db, place)
  }
  const client = new Client({ connectionString: url })
  await client.connect()
  const crowd = await countyCrowd({ db, client, vault }, county.id)
  const app = await buildApp({ db, now, vault, files, identify: identifyBy(db, now) })
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
  onTestFinished(async () => {
    await app.close()
    await client.end()
  })
  const come = async (arrivals: readonly Arrival[]) => {
    const outcomes = await letCome(arrivals, port)
    expect(outcomes.filter(({ status }) => status !== 200)).toEqual([])
    await requireTruth(client, crowd, outcomes)
    return outcomes
  }
  return { crowd, client, come }
}

test('a county that comes to the roll, to its lessons and to the door within a moment loses nobody', async () => {
  const { crowd, client, come } = await crowdedCounty()
  const looks = browsing(crowd, { seconds, perSecond: 60 })
  const rolled = await come([...rolling(crowd, seconds), ...looks])
  expect(rolled).toHaveLength(branches * people * 1.05 + looks.length)
  await come(watching(crowd, seconds))
  const entered = await come(entering(crowd, seconds))

  // The count would notice: what was answered is there, and one row less is one too few.
  await client.query(
    `delete from sessions where ctid = (select s.ctid from sessions s
      join accounts a on a.id = s.account_id where a.unit_id = $1 and agent = '' limit 1)`,
    [crowd.unitId],
  )
  await expect(requireTruth(client, crowd, entered)).rejects.toThrow('59 instead of 60')
}, 60_000)
