import { Refusal, entries, offices } from '@zhixing/contract'
import type { AnyEntry } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from './testing/app.ts'
import { identifyBy } from './identity.ts'
import type { Actor } from './kernel/caller.ts'
import { newId } from './kernel/ids.ts'
import { digestOf, newToken } from './kernel/token.ts'
import { traces } from './kernel/trace.ts'
import { accounts, appointments, sessions } from './modules/accounts/table.ts'
import { members } from './modules/members/table.ts'
import { organizations } from './modules/organizations/table.ts'
import { db } from './testing/database.ts'
import { badInputsOf, inputsOf } from './testing/inputs.ts'
import { minutesLater } from './testing/visitor.ts'
import { files, noon, plant, plantActivity, plantCaller, vault } from './testing/world.ts'
import type { Person, World } from './testing/world.ts'

/*
 * Every entry of the contract, whoever wrote it and whenever it came, through the wire: with inputs made from its own
 * shape, called by those who must not, and with inputs that nobody should send.
 */
/** The same inputs every time, so that what was green stays green; another number walks elsewhere. */
const seed = Number(process.env.SWEEP_SEED ?? 19_210_701)

const closed = entries.filter(({ grant }) => grant !== 'open')
const granted = closed.filter(({ grant }) => grant)
const beyondMembers = granted.filter(
  ({ grant }) => !(offices.member as readonly unknown[]).includes(grant),
)
const appointable = appointments.office.enumValues
const named = (some: readonly AnyEntry[]) => some.map((entry) => [entry.name, entry] as const)

let world: World
let ids: string[]
/** One server that knows people by the session they carry, and one that believes whoever comes. */
let strict: FastifyInstance
let trusting: FastifyInstance
const believed = new Map<string, Actor>()

beforeAll(async () => {
  world = await plant(db)
  const { activityId } = await plantActivity(db, world.east)
  const { county, east, west, organizer, secretary, member } = world
  const people = [organizer, secretary, member].map(({ actor }) => actor)
  ids = [county.id, east.id, west.id, activityId, newId()]
  ids.push(...people.flatMap(({ accountId, personId }) => [accountId, personId]))

  const surroundings = { db, now: () => noon, vault, files }
  strict = await buildApp({ ...surroundings, identify: identifyBy(db, () => noon) })
  trusting = await buildApp({ ...surroundings, identify: async (token) => believed.get(token) })
})

function believe(actor: Actor): string {
  const token = newId()
  believed.set(token, actor)
  return token
}

type Answer = { readonly status: number; readonly body: string }

async function send(
  app: FastifyInstance,
  { kind, name }: AnyEntry,
  input: unknown,
  token?: string,
): Promise<Answer> {
  const url = `/api/${name.replace('.', '/')}`
  const text = JSON.stringify(input) ?? 'null'
  const cookies: Record<string, string> = token ? { session: token } : {}
  const headers = { 'content-type': 'application/json' }
  const { statusCode, body } = await (kind === 'query'
    ? app.inject({ url, query: { input: text }, cookies })
    : app.inject({ method: 'POST', url, payload: text, headers, cookies }))
  return { status: statusCode, body }
}

/** What comes of inputs of the entry's own shape, each answer once: "403 reach.none". */
async function answersTo(
  app: FastifyInstance,
  entry: AnyEntry,
  tokens: readonly (string | undefined)[],
): Promise<string[]> {
  const inputs = fc.sample(inputsOf(entry, ids), { seed, numRuns: 2 })
  const calls = tokens.flatMap((token) => inputs.map((input) => send(app, entry, input, token)))
  const answers = (await Promise.all(calls)).map(
    ({ status, body }) => `${status} ${Refusal.safeParse(JSON.parse(body)).data?.reason}`,
  )
  return [...new Set(answers)]
}

async function signedIn({ actor }: Person, changes: Partial<typeof sessions.$inferInsert> = {}) {
  const token = newToken()
  const facts = { accountId: actor.accountId, tokenHash: digestOf(token), address: '', agent: '' }
  const dates = { createdAt: noon, lastSeenAt: noon, expiresAt: minutesLater(60) }
  await db.insert(sessions).values({ ...facts, ...dates, ...changes })
  return token
}

const unknown = ['401 identity.missing']
const powerless = ['403 reach.none']

describe('nobody gets anything', () => {
  test.each(named(closed))('%s', async (_, entry) => {
    expect(await answersTo(strict, entry, [undefined])).toEqual(unknown)
  })
})

describe('a session that was ended, is over or never was is nobody', () => {
  let tokens: readonly string[]
  beforeAll(async () => {
    const ended = await signedIn(world.organizer, { endedAt: noon })
    const over = await signedIn(world.organizer, { expiresAt: noon })
    const idle = await signedIn(world.organizer, { lastSeenAt: minutesLater(-31) })
    tokens = [ended, over, idle, newToken()]
  })

  test.each(named(closed))('%s', async (_, entry) => {
    expect(await answersTo(strict, entry, tokens)).toEqual(unknown)
  })
})

describe('a stranger without an office has no grant', () => {
  test.each(named(granted))('%s', async (_, entry) => {
    expect(await answersTo(trusting, entry, [believe(world.stranger.actor)])).toEqual(powerless)
  })
})

describe('a plain member has the grants of a member only', () => {
  test.each(named(beyondMembers))('%s', async (_, entry) => {
    expect(await answersTo(trusting, entry, [believe(world.member.actor)])).toEqual(powerless)
  })
})

describe('an office that is over, revoked or yet to come gives nothing', () => {
  const former = new Map<Appointable, Promise<string[]>>()

  test.each(named(beyondMembers))('%s', async (_, entry) => {
    const office = officeWith(entry.grant)
    // Nobody can do anything with these, so that they are the same for every verb.
    const tokens = former.get(office) ?? formerHolders(office)
    former.set(office, tokens)
    expect(await answersTo(strict, entry, await tokens)).toEqual(powerless)
  })
})

type Appointable = (typeof appointable)[number]

async function formerHolders(office: Appointable): Promise<string[]> {
  const times = [
    { from: minutesLater(-99), until: minutesLater(-1) },
    { from: minutesLater(-99), revokedAt: minutesLater(-1) },
    { from: minutesLater(1) },
  ]
  const tokens = times.map(async (time) => {
    const person = await plantCaller(db, world.county)
    const held = { accountId: person.actor.accountId, organizationId: world.county.id }
    await db.insert(appointments).values({ ...held, ...time, office, byId: newId() })
    return signedIn(person)
  })
  return Promise.all(tokens)
}

function officeWith(grant: AnyEntry['grant']) {
  const found = appointable.find((office) =>
    (offices[office] as readonly unknown[]).includes(grant),
  )
  if (!found) throw new Error(`no office holds ${grant}`)
  return found
}

/** Everything of the world that a neighbour might have touched. */
async function stateOf({ county }: World) {
  const { unitId } = county
  const own = { organizations, members, accounts }
  const rows = Object.values(own).map((table) =>
    db.select().from(table).where(eq(table.unitId, unitId)).orderBy(table.id),
  )
  return {
    rows: await Promise.all(rows),
    traces: await db.$count(traces, eq(traces.unitId, unitId)),
  }
}

let called = 0
let ruler: Promise<Actor>

/** Somebody who may do everything, in a place of their own; a new one now and then, whatever the last did to theirs. */
async function almighty(): Promise<Actor> {
  called += 1
  if (called % 16 === 1) ruler = rule()
  return ruler
}

async function rule(): Promise<Actor> {
  const { organizer } = await plant(db)
  const { path } = organizer.actor.place
  const all = [...appointable, 'member' as const].map((office) => ({ office, path }))
  return { ...organizer.actor, appointments: all }
}

describe('a neighbour who may do everything at home sees and changes nothing here', () => {
  let before: Awaited<ReturnType<typeof stateOf>>
  beforeAll(async () => {
    before = await stateOf(world)
  })

  test.each(named(granted))('%s', async (_, entry) => {
    const token = believe(await almighty())
    for (const input of fc.sample(inputsOf(entry, ids), { seed, numRuns: 5 })) {
      const { status, body } = await send(trusting, entry, input, token)
      expect(status).toBeLessThan(500)
      const asked = JSON.stringify(input)
      expect(ids.filter((id) => body.includes(id) && !asked.includes(id))).toEqual([])
    }
    expect(await stateOf(world)).toEqual(before)
  })
})

describe('whatever is sent, the answer is a reason and never a fault of ours', () => {
  test.each(named(entries))('%s', async (_, entry) => {
    const actor = await almighty()
    const token = believe(actor)
    const inputs = badInputsOf(entry, [...ids, actor.unitId, actor.accountId])
    const property = fc.asyncProperty(inputs, async (input) => {
      const { status, body } = await send(trusting, entry, input, token)
      const message = status < 400 ? '好' : Refusal.parse(JSON.parse(body)).message
      expect({ input, isFault: status >= 500 }).toEqual({ input, isFault: false })
      expect(message).toMatch(/[\u4e00-\u9fff]/)
    })
    await fc.assert(property, { seed, numRuns: 15, endOnFailure: true })
  })
})
