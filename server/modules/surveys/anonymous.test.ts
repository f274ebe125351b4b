import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { blindTicket, textOf } from '../../testing/blind.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantAsked, wish } from '../../testing/surveys.ts'
import { traces } from '../../kernel/trace.ts'
import type { Person } from '../../testing/world.ts'
import { answer, cast, ticket } from './acts/answer.ts'
import { end } from './acts/open.ts'
import { surveyBallots, surveyInvitations, surveys } from './table.ts'
import { asked, ballot } from './views/mine.ts'
import { listPeople, showResults } from './views/results.ts'
import { sheetOf } from './views/sheet.ts'

const page = { page: 1, size: 50 }
let world: Awaited<ReturnType<typeof plantAsked>>
beforeEach(async () => {
  world = await plantAsked(db)
})
const plan: typeof world.plan = (changes) => world.plan(changes)
const nobody = () => ({ ...world.organizer, actor: undefined })

const text = textOf

async function takeTicket(person: Person, key: { unitId: string; surveyId: string }) {
  const { group } = await asked(person, key)
  const { keys } = await ballot(nobody(), key)
  const { publicKey = '' } = keys.find((one) => one.group === group) ?? {}
  const taken = await blindTicket(publicKey, (blinded) => ticket(person, { ...key, blinded }))
  return { ...taken, slip: { ...key, group, ...taken.ticket } }
}

async function everybodyCasts(key: { unitId: string; surveyId: string }) {
  const taken = new Map<string, string>()
  for (const [at, one] of world.people.entries()) {
    const { slip, blinded, signed } = await takeTicket(one, key)
    expect(await ticket(one, { ...key, blinded })).toEqual({ signature: signed })
    await expectRefusal(takeTicket(one, key), 'surveys.ticketTaken')
    await cast(nobody(), { ...slip, answers: { ...wish, advice: `建议 ${String(at)}` } })
    await cast(nobody(), { ...slip, answers: { ...wish, advice: `建议 ${String(at)}` } })
    await expectRefusal(cast(nobody(), { ...slip, answers: wish }), 'surveys.used')
    taken.set(one.actor.memberId ?? '', [blinded, signed].join(' '))
  }
  return taken
}

test('anonymous: one answer each, and nothing that is kept links it to whom', async () => {
  const { people } = world
  const { key, send } = await plan({ isAnonymous: true })
  await send()
  const taken = await everybodyCasts(key)

  const rows = await db
    .select({ ballot: surveyBallots, writer: sql<string>`${surveyBallots}.xmin::text` })
    .from(surveyBallots)
    .where(eq(surveyBallots.surveyId, key.surveyId))
    .orderBy(sql`${surveyBallots}.ctid`)
  expect(rows).toHaveLength(people.length)
  // All were laid by one transaction, the last, in an order that is not that of their coming, under ids without a clock.
  expect(new Set(rows.map(({ writer }) => writer)).size).toBe(1)
  const tickets = rows.map((one) => one.ballot.ticket)
  expect(tickets).toEqual(tickets.toSorted())
  expect(rows.every(({ ballot: { id } }) => id.at(14) === '4')).toBe(true)
  expect(Object.keys(rows[0]?.ballot ?? {}).toSorted()).toEqual([
    'answers',
    'group',
    'id',
    'surveyId',
    'ticket',
    'unitId',
  ])
  // What the signer saw and what came back have nothing in common, and each group is of five at least or of all.
  const kept = JSON.stringify(rows)
  const invitations = await db
    .select()
    .from(surveyInvitations)
    .where(eq(surveyInvitations.surveyId, key.surveyId))
  for (const { memberId, ticket: digest } of invitations) {
    expect(kept).not.toContain(memberId)
    expect(kept).not.toContain(digest)
    for (const seen of taken.get(memberId)?.split(' ') ?? []) expect(kept).not.toContain(seen)
  }
  const sizes = [...Map.groupBy(invitations, ({ group }) => group).values()].map(
    (one) => one.length,
  )
  expect(sizes.length).toBeGreaterThan(1)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5)
  const traced = await db
    .select()
    .from(traces)
    .where(and(eq(traces.unitId, key.unitId), sql`${traces.command} like 'surveys.%'`))
  expect(traced.map(({ command }) => command).toSorted()).toEqual(['surveys.keep', 'surveys.open'])

  await expectRefusal(listPeople(world.organizer, { ...key, ...page }), 'surveys.noPeople')
  expect(await showResults(world.organizer, { ...key, breakdown: null })).toMatchObject({
    tallies: [],
    answered: 0,
  })
  await end(world.organizer, key)
  const shown = await showResults(world.organizer, { ...key, breakdown: null })
  expect(shown).toMatchObject({ answered: 8, hidden: '' })
  expect(shown.texts.find(({ questionId }) => questionId === 'advice')?.texts).toHaveLength(8)
  const lines: string[][] = []
  for await (const heap of (await sheetOf(db, key))?.rows ?? []) lines.push(...heap)
  expect(lines).toHaveLength(8)
  const [survey] = await db.select().from(surveys).where(eq(surveys.id, key.surveyId))
  expect(survey?.ticketKeys).toBeNull()
})

test('forged, foreign, late and early tickets are refused, and nothing is kept of them', async () => {
  const { people } = world
  const { key, send } = await plan({ isAnonymous: true })
  await expectRefusal(ballot(nobody(), key), 'surveys.unknown')
  await send()
  const { slip } = await takeTicket(people[0] as Person, key)
  const send2 = (changes: object) => cast(nobody(), { ...slip, answers: wish, ...changes })
  await expectRefusal(send2({ signature: text(new Uint8Array(256)) }), 'surveys.forged')
  await expectRefusal(send2({ message: text(new Uint8Array(64)) }), 'surveys.forged')
  await expectRefusal(send2({ group: 'nowhere' }), 'surveys.forged')
  await expectRefusal(send2({ surveyId: newId() }), 'surveys.unknown')
  await expectRefusal(send2({ answers: { ...wish, other: '藏起来的' } }), 'input.invalid')
  await expectRefusal(send2({ answers: { ...wish, advice: '长'.repeat(10_000) } }), 'input.invalid')
  await expectRefusal(send2({ answers: { ...wish, way: 'way-9' } }), 'input.invalid')
  const broken = ticket(people[1] as Person, {
    ...key,
    blinded: text(new Uint8Array(300).fill(255)),
  })
  await expectRefusal(broken, 'surveys.ticketBroken')
  await expectRefusal(
    ticket(world.member, { ...key, blinded: slip.message }),
    'surveys.ticketBroken',
  )
  await expectRefusal(answer(people[1] as Person, { ...key, answers: wish }), 'surveys.anonymous')

  const second = await plan({ isAnonymous: true })
  await second.send()
  await expectRefusal(send2({ ...second.key }), 'surveys.forged')
  await end(world.organizer, key)
  await expectRefusal(send2({}), 'surveys.ended')
  await expectRefusal(
    ticket(people[2] as Person, { ...key, blinded: slip.message }),
    'surveys.ended',
  )
  expect(await db.$count(surveyBallots, eq(surveyBallots.surveyId, key.surveyId))).toBe(0)
  const few = await plan({
    isAnonymous: true,
    audience: { organizationIds: [world.east.id], ageFrom: 60 },
  })
  await expectRefusal(few.send(), 'surveys.tooFew')
})
