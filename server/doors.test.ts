import { Refusal, entries } from '@zhixing/contract'
import { eq, isNull } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { plantDemo } from './demo/index.ts'
import { identifyBy } from './identity.ts'
import type { Actor } from './kernel/caller.ts'
import { openDb } from './kernel/db.ts'
import type { OpenDb } from './kernel/db.ts'
import { newId } from './kernel/ids.ts'
import { newToken } from './kernel/token.ts'
import { findActors } from './modules/accounts/index.ts'
import { accounts, appointments } from './modules/accounts/table.ts'
import { organizations } from './modules/organizations/table.ts'
import { seedRules } from './modules/rules/index.ts'
import { buildApp } from './testing/app.ts'
import { Visitor } from './testing/browsing.ts'
import { createDatabase } from './testing/nodes.ts'
import { databaseName } from './testing/database.ts'
import { closedDoors, openDoors } from './testing/doors.ts'
import { doingsOfPdf, textOfPdf } from './testing/pdf.ts'
import { hostileWords, spoil } from './testing/spoil.ts'
import { files, vault } from './testing/world.ts'

/*
 * Every door that is no verb of the contract: papers, exports, files, calendars. On a county of its own in which everybody
 * and everything is called like an intruder, as those who must not and as somebody who may see all.
 */
const now = () => new Date('2026-07-06T04:00:00Z')
const { url: cluster, template } = inject('databases')
const name = `${databaseName}_doors`
const verbs = new Set(entries.map((entry) => `/api/${entry.name.replace('.', '/')}`))

const faults: string[] = []
let house: OpenDb
let spoilt: number
let app: FastifyInstance
let strict: FastifyInstance
const routes: { method: string; url: string }[] = []
const believed = new Map<string, Actor>()
/** An address behind each closed door that opens for whoever sees all. */
const opened = new Map<string, { url: string; bytes: Buffer; headers: Record<string, unknown> }[]>()

beforeAll(async () => {
  house = openDb(await createDatabase(cluster, name, template), {
    connectionsMax: 4,
    guarded: false,
  })
  const { db } = house
  await seedRules(db)
  await plantDemo({ db, now, vault, files }, { members: 200 })
  spoilt = await spoil(db)

  const surroundings = { db, now, vault, files, packagesAt: { port: 1 } }
  app = await buildApp({ ...surroundings, watch, identify: async (token) => believed.get(token) })
  strict = await buildApp({ ...surroundings, identify: identifyBy(db, now) })

  const desk = new Visitor(app, { session: believe(await whoSeesAll()) })
  for (const [door, way] of Object.entries(closedDoors)) {
    const answers = []
    for (const url of await way({ db, desk })) {
      const { statusCode, rawPayload, headers, body } = await app.inject({
        url,
        cookies: desk.kept,
      })
      if (statusCode >= 500) faults.push(`${door} ${body}`)
      if (statusCode === 200) answers.push({ url, bytes: rawPayload, headers })
      if (answers.length >= 4) break
    }
    opened.set(door, answers)
  }
}, 300_000)
afterAll(async () => {
  await Promise.all([app.close(), strict.close()])
  await house.close()
})

function watch(server: FastifyInstance): void {
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, url })
  })
}

async function whoSeesAll(): Promise<Actor> {
  const { db } = house
  const [root] = await db
    .select()
    .from(organizations)
    .where(isNull(organizations.parentId))
    .limit(1)
  const [account] = await db.select().from(accounts).where(eq(accounts.login, 'organizer'))
  const [actor] = await findActors(db, [account?.id ?? ''], now())
  if (!root || !actor) throw new Error('the demonstration county has no organizer')
  const all = [...appointments.office.enumValues, 'member' as const]
  return { ...actor, appointments: all.map((office) => ({ office, path: root.path })) }
}

function believe(actor: Actor): string {
  const token = newId()
  believed.set(token, actor)
  return token
}

describe('every door is known', () => {
  test('and none of them breaks', () => {
    expect(spoilt).toBeGreaterThan(5_000)
    expect(faults).toEqual([])
  })

  test('as a verb of the contract, as one that belongs to somebody, or as open for a reason', () => {
    const own = routes.filter(({ method, url }) => method !== 'HEAD' && !verbs.has(url))
    const unknown = own.filter(
      ({ method, url }) => !(url in closedDoors) && !(`${method} ${url}` in openDoors),
    )
    expect(unknown).toEqual([{ method: 'POST', url: '/api/files/upload' }])
    const gone = Object.keys(closedDoors).filter((door) => !own.some(({ url }) => url === door))
    expect(gone).toEqual([])
  })

  test('and lets nothing change that another site asked for', async () => {
    const session = believe(await whoSeesAll())
    const changing = routes.filter(({ method }) => !['GET', 'HEAD'].includes(method))
    expect(changing.length).toBeGreaterThan(300)
    for (const { method, url } of changing)
      for (const headers of [
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'https://evil.example' },
      ]) {
        const sent = { method: method as 'POST', url, headers, cookies: { session }, payload: {} }
        const { statusCode, body } = await app.inject(sent)
        expect([url, statusCode, body]).toEqual([url, 403, expect.stringContaining('foreign')])
      }
  })

  test.each(Object.keys(closedDoors))('%s opens for whoever may see what is behind', (door) => {
    expect(opened.get(door)?.length).toBeGreaterThan(0)
  })
})

/** As powerful as can be, in another county. */
async function fromElsewhere(): Promise<Actor> {
  const actor = await whoSeesAll()
  const id = newId()
  const place = { unitId: id, path: `/${id}/` }
  return {
    ...actor,
    accountId: newId(),
    personId: newId(),
    memberId: newId(),
    unitId: id,
    place,
    appointments: actor.appointments.map(({ office }) => ({ office, path: place.path })),
  }
}

const tricks = [
  'constructor',
  '__proto__',
  'toString',
  '..%2f..%2fetc',
  '%00',
  "'--",
  '%f0%9f',
  '％',
]

describe.each(Object.keys(closedDoors))('%s', (door) => {
  const urls = () => (opened.get(door) ?? []).map(({ url }) => url)

  test('stays shut for nobody, for an ended session and for somebody else of another county', async () => {
    const neighbour = await fromElsewhere()
    const powerless = { ...neighbour, appointments: [] }
    for (const url of urls()) {
      const without = await strict.inject({ url })
      const never = await strict.inject({ url, cookies: { session: newToken() } })
      expect([without.statusCode, never.statusCode]).toEqual([401, 401])
      for (const other of [neighbour, powerless]) {
        const { statusCode, body } = await app.inject({ url, cookies: { session: believe(other) } })
        expect([403, 404]).toContain(statusCode)
        expect(Refusal.parse(JSON.parse(body)).message).toMatch(/[\u4e00-\u9fff]/)
      }
    }
  })

  test('answers a tricky address with a sentence', async () => {
    const session = believe(await whoSeesAll())
    const parts = door.split('/')
    for (const trick of tricks)
      for (const [at, part] of parts.entries()) {
        if (!part.startsWith(':')) continue
        const [own = door] = urls()
        const changed = own.split(/[/?]/).with(at, part.endsWith('.docx') ? `${trick}.docx` : trick)
        const { statusCode, body } = await app.inject({
          url: changed.join('/'),
          cookies: { session },
        })
        expect([`${door} ${trick} ${body}`, statusCode >= 500]).toEqual([expect.anything(), false])
        expect(statusCode).toBeGreaterThanOrEqual(400)
      }
  })

  test('gives a file that saves, runs nothing and is called harmlessly', async () => {
    for (const { bytes, headers } of opened.get(door) ?? []) {
      const said = decodeURIComponent(String(headers['content-disposition']))
      expect(said).toMatch(/^attachment; filename\*=UTF-8''/)
      expect(said.slice(29)).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]/u)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(String(headers['cache-control'])).toContain('private')
      // oxlint-disable-next-line no-await-in-loop
      await judge(String(headers['content-type']), bytes)
    }
  })
})

/** Opened as its reader's program would: markup that is a text, formulas that are texts, names that stay in their folder. */
async function judge(type: string, bytes: Buffer): Promise<void> {
  if (type.includes('text/csv')) expectTexts(bytes.toString())
  expect(type.includes('pdf') ? await doingsOfPdf(bytes) : []).toEqual([])
  if (!/zip|officedocument/.test(type)) return
  for (const [part, content] of Object.entries(unzipSync(bytes))) {
    expect(part).not.toMatch(/(^|\/)\.\.(\/|$)|^\/|[\\\p{Cc}\p{Cf}]/u)
    if (part.endsWith('.csv')) expectTexts(strFromU8(content))
    // oxlint-disable-next-line no-await-in-loop
    if (/\.(docx|pdf)$/.test(part))
      await judge(part.endsWith('pdf') ? 'pdf' : 'officedocument', Buffer.from(content))
    if (!part.endsWith('.xml')) continue
    const xml = strFromU8(content)
    expect(xml).not.toMatch(/<(img|svg|b)[ >]|<f>|<!--|\]\]>/)
    expect(xml.match(/<\?xml/g)?.length ?? 0).toBeLessThanOrEqual(1)
  }
}

function expectTexts(csv: string): void {
  const cells = csv.replace('\uFEFF', '').split(/\r\n|,/)
  expect(cells.filter((cell) => /^"?[=+@\t\r]|^"?-(?![\d.]+"?$)/.test(cell))).toEqual([])
}

test('every certificate holds the hostile words as words', async () => {
  const certificates = [...opened].filter(([door]) => door.startsWith('/api/certificates/'))
  const drawn = certificates
    .flatMap(([, answers]) => answers)
    .flatMap(({ bytes, headers }) => {
      const type = String(headers['content-type'])
      if (type.includes('pdf')) return [bytes]
      if (!type.includes('/zip')) return []
      const parts = Object.entries(unzipSync(bytes))
      return parts.flatMap(([part, content]) =>
        part.endsWith('.pdf') ? [Buffer.from(content)] : [],
      )
    })
  expect(drawn.length).toBeGreaterThan(2)
  for (const bytes of drawn.slice(0, 6)) {
    // oxlint-disable-next-line no-await-in-loop
    const text = await textOfPdf(bytes)
    expect(hostileWords.some((word) => text.includes(word)) ? '' : text).toBe('')
  }
})

test('what was drawn holds the hostile words as words', () => {
  const all = [...opened.values()]
    .flat()
    .filter(({ headers }) => /word|spread/.test(String(headers['content-type'])))
  const texts = all.map(({ bytes }) =>
    Object.values(unzipSync(bytes))
      .map((one) => strFromU8(one))
      .join(''),
  )
  const [image] = hostileWords
  expect(
    texts.filter((text) => text.includes(image.replace('<', '&lt;').replace('>', '&gt;'))).length,
  ).toBeGreaterThan(3)
})
