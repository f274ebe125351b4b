import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { withClient } from './testing/cluster.ts'
import { visitEmbedded } from './kernel/embedded-postgres.ts'
import { newId } from './kernel/ids.ts'
import { plantFaultCounty } from './testing/faults/county.ts'
import { startServer } from './testing/faults/killing.ts'
import { buildPages } from './testing/launch.ts'
import { fillDisk, mountSmallDisk } from './testing/small-disk.ts'

const megabyte = 1024 * 1024

const disk = mountSmallDisk(160)
beforeAll(async () => {
  await buildPages()
  return () => disk?.giveBack()
}, 300_000)

type Told = { readonly formId: string; readonly status: number; readonly said: string }

/** Who writes while there is no room. */
function writerAt(origin: string, token: string, organizationId: string) {
  const cookie = `session=${token}`
  const headers = { cookie, 'content-type': 'application/json' }
  const text = '请按时学习。'.repeat(300)
  return {
    async send(): Promise<Told> {
      const formId = newId()
      const body = JSON.stringify({ organizationId, formId, title: '通知', body: text })
      const answer = await fetch(`${origin}/api/notices/send`, { method: 'POST', headers, body })
      return { formId, status: answer.status, said: await answer.text() }
    },
    async upload(name: string) {
      const form = new FormData()
      form.set('file', new Blob(['学习'.repeat(megabyte)], { type: 'text/plain' }), name)
      const at = `${origin}/api/files/upload`
      const answer = await fetch(at, { method: 'POST', headers: { cookie }, body: form })
      return { status: answer.status, said: await answer.text() }
    },
  }
}

/** More than PostgreSQL has put by: it cannot go on. */
async function exhaust(url: string): Promise<void> {
  const rows = 'select repeat(md5(i::text), 300) from generate_series(1, 300000) as i'
  await withClient(url, (client) => client.query(`create table wide as ${rows}`)).catch(
    () => undefined,
  )
}

/** Of what was sent, each that is there is there wholly; the keys of those. */
async function keptOf(url: string, told: readonly Told[]): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ key: string; people: number; due: number }>(
      `select key, count(r.id)::int as people, max((after->>'people')::int) as due
       from notices n join receipts r on r.notice_id = n.id
         join traces t on t.subject = 'notice:' || n.id
       where key = any($1) group by key`,
      [told.map(({ formId }) => `form:${formId}`)],
    )
    expect(rows.filter(({ people, due }) => people !== due)).toEqual([])
    const files = await client.query<{ name: string }>('select name from files order by id')
    expect(files.rows.map(({ name }) => name)).toEqual(['先前.txt', '又有了.txt'])
    return rows.map(({ key }) => key)
  })
}

/* Where nothing can be mounted there is no disk to fill: as root on Linux it runs. */
test.skipIf(!disk)(
  'a full disk keeps nothing by half, says so, and is forgotten when there is room again',
  { timeout: 240_000 },
  async () => {
    const data = disk?.folder ?? ''
    const { launched, origin } = await startServer(data)
    onTestFinished(async () => void (await launched.stop()))
    const { url } = await visitEmbedded(join(data, 'postgres'))
    const { branches, organizer } = await plantFaultCounty(url)
    const writer = writerAt(origin, organizer, branches[0]?.id ?? '')
    expect((await writer.upload('先前.txt')).status).toBe(200)

    const ballast = join(data, 'ballast')
    fillDisk(ballast)
    const refused = await writer.upload('满了.txt')
    expect([refused.status, refused.said]).toEqual([507, expect.stringContaining('磁盘已满')])
    expect(readdirSync(join(data, 'files/incoming'))).toEqual([])

    // PostgreSQL has some room put by; when it needs more it cannot go on, and comes back by itself.
    const told = [await writer.send(), await writer.send()]
    await exhaust(url)
    told.push(await writer.send(), await writer.send())
    const failed = told.filter(({ status }) => status !== 200)
    expect(failed.filter(({ status }) => ![503, 507].includes(status))).toEqual([])
    expect(failed.filter(({ said }) => !/数据库暂时连不上|磁盘已满/.test(said))).toEqual([])

    rmSync(ballast)
    const ready = async () => (await fetch(`${origin}/ready`)).status
    await expect.poll(ready, { timeout: 60_000, interval: 200 }).toBe(200)
    expect((await writer.upload('又有了.txt')).status).toBe(200)
    expect((await writer.send()).status).toBe(200)

    const { url: again } = await visitEmbedded(join(data, 'postgres'))
    const acknowledged = told.filter(({ status }) => status === 200)
    expect(await keptOf(again, told)).toEqual(
      expect.arrayContaining(acknowledged.map(({ formId }) => `form:${formId}`)),
    )
  },
)
