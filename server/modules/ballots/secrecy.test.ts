import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { plantElectors, takeTicket, voteAs } from '../../testing/ballots.ts'
import { textOf } from '../../testing/blind.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { plantCaller } from '../../testing/world.ts'
import { traces } from '../../kernel/trace.ts'
import { addDays, dayOf, startOf } from '../../kernel/calendar.ts'
import { noon } from '../../testing/world.ts'
import { cast, ticket } from './acts/cast.ts'
import { abandon, count } from './acts/count.ts'
import { ballotSlips, ballotVoters, ballots } from './table.ts'
import { asked, mine, slip } from './views/mine.ts'
import { showBallot } from './views/show.ts'

let world: Awaited<ReturnType<typeof plantElectors>>
beforeEach(async () => {
  world = await plantElectors(db)
})
const nobody = () => ({ ...world.secretary, actor: undefined })
const nextDay = () => startOf(addDays(dayOf(noon), 1))
const byPlatform = (key: { unitId: string; ballotId: string }) => ({
  ...key,
  tellers: [],
  paper: null,
  written: null,
})
const inFavour = { motion: 'inFavour' } as const
const against = { motion: 'against' } as const

test('a secretary, and whoever reads every table, looks for the author of a slip and finds nobody', async () => {
  const { key } = await world.open()
  const seen = new Map<string, string[]>()
  for (const [at, person] of world.people.entries()) {
    // One after another, as at a meeting: what could tell would be the order.
    // oxlint-disable-next-line no-await-in-loop
    const taken = await takeTicket(person, key)
    seen.set(person.actor.memberId ?? '', [taken.blinded, taken.signed])
    // oxlint-disable-next-line no-await-in-loop
    await cast(nobody(), { ...key, ...taken.ticket, choices: at < 9 ? inFavour : against })
    // What the secretary may see meanwhile are numbers, and no result.
    // oxlint-disable-next-line no-await-in-loop
    const shown = await showBallot(world.secretary, key)
    expect(shown).toMatchObject({ result: null, issued: at + 1, returned: at + 1 })
  }

  const slips = await db
    .select({ slip: ballotSlips, writer: sql<string>`${ballotSlips}.xmin::text` })
    .from(ballotSlips)
    .where(eq(ballotSlips.ballotId, key.ballotId))
    .orderBy(sql`${ballotSlips}.ctid`)
  expect(slips).toHaveLength(12)
  // All were laid by one transaction, the last, in an order that is not that of their coming, under ids without a clock.
  expect(new Set(slips.map(({ writer }) => writer)).size).toBe(1)
  const tickets = slips.map((one) => one.slip.ticket)
  expect(tickets).toEqual(tickets.toSorted())
  expect(slips.every((one) => one.slip.id.at(14) === '4')).toBe(true)
  expect(Object.keys(slips[0]?.slip ?? {}).toSorted()).toEqual([
    'ballotId',
    'choices',
    'id',
    'ticket',
    'unitId',
  ])
  const kept = JSON.stringify(slips)
  const voters = await db.select().from(ballotVoters).where(eq(ballotVoters.ballotId, key.ballotId))
  for (const { memberId, ticket: digest } of voters) {
    expect(kept).not.toContain(memberId)
    expect(kept).not.toContain(digest)
    for (const word of seen.get(memberId) ?? []) expect(kept).not.toContain(word)
  }
  expect(Object.keys(voters[0] ?? {}).toSorted()).toEqual([
    'ballotId',
    'id',
    'isPresent',
    'memberId',
    'memberUnitId',
    'ticket',
    'unitId',
  ])

  const { result } = await count(world.secretary, byPlatform(key))
  expect(result?.lines[0]).toMatchObject({
    counts: { inFavour: 9, against: 3, abstained: 0 },
    verdict: 'passed',
  })
  // Neither taking a ticket nor voting has left a trace; counting has, with the numbers and nothing else.
  const traced = await db
    .select()
    .from(traces)
    .where(and(eq(traces.unitId, key.unitId), sql`${traces.command} like 'ballots.%'`))
  expect(traced.map(({ command }) => command)).toEqual(['ballots.count'])
  const [ballot] = await db.select().from(ballots).where(eq(ballots.id, key.ballotId))
  expect(ballot?.sealedKey).toBeNull()
})

test('who is on probation or 留党察看 has no vote, and who did not come gets no ticket', async () => {
  const { people, open } = world
  const trainee = await plantCaller(db, world.east, { stage: 'probationary', name: '预备甲' })
  const watched = await plantCaller(db, world.east, {
    name: '察看乙',
    votelessFrom: '2026-01-01',
    votelessUntil: '2027-01-01',
  })
  const listed = [trainee, watched].map(({ actor }) => ({
    memberUnitId: actor.unitId,
    memberId: actor.memberId ?? '',
    isPresent: true,
  }))
  const { key } = await open({ voters: [...world.present(11), ...listed] })
  expect((await showBallot(world.secretary, key)).electorate).toMatchObject({
    entitled: 12,
    present: 11,
    toPass: 7,
  })
  for (const one of [trainee, watched]) {
    // oxlint-disable-next-line no-await-in-loop
    await expectRefusal(asked(one, key), 'ballots.notAsked')
    // oxlint-disable-next-line no-await-in-loop
    await expectRefusal(takeTicket(one, key), 'ballots.notAsked')
  }
  await expectRefusal(takeTicket(people[11] ?? trainee, key), 'ballots.absent')
})

test('one vote each: twice, forged, after the day and after the count are refused', async () => {
  const { people, open } = world
  const { key } = await open({ came: 11 })
  const [first, second, third] = people
  if (!first || !second || !third) throw new Error('nobody came')
  const taken = await takeTicket(first, key)
  expect(await ticket(first, { ...key, blinded: taken.blinded })).toEqual({
    signature: taken.signed,
  })
  await expectRefusal(takeTicket(first, key), 'ballots.ticketTaken')
  const send = (changes: object) =>
    cast(nobody(), { ...key, ...taken.ticket, choices: inFavour, ...changes })
  await expectRefusal(send({ signature: textOf(new Uint8Array(256)) }), 'ballots.forged')
  await expectRefusal(send({ choices: { other: 'inFavour' } }), 'ballots.line')
  await expectRefusal(send({ choices: { motion: 'excellent' } }), 'ballots.mark')
  await expectRefusal(send({ choices: {} }), 'ballots.blank')
  await send({})
  await send({})
  await expectRefusal(send({ choices: against }), 'ballots.used')
  expect((await mine(first, {})).rows).toMatchObject([{ hasTicket: true, state: 'open' }])

  // A ticket of this ballot opens no other.
  const other = await open()
  await expectRefusal(send({ ...other.key }), 'ballots.forged')

  const unused = await takeTicket(second, key)
  const tomorrow = { ...nobody(), now: nextDay }
  const bring = { ...key, ...unused.ticket, choices: against }
  await expectRefusal(cast(tomorrow, bring), 'ballots.over')
  await expectRefusal(takeTicket({ ...third, now: nextDay }, key), 'ballots.over')

  await voteAs(third, key, against)
  await voteAs(people[3] ?? third, key, inFavour)
  await count(world.secretary, byPlatform(key))
  await expectRefusal(cast(nobody(), bring), 'ballots.counted')
  await expectRefusal(takeTicket(people[4] ?? third, key), 'ballots.counted')
  await expectRefusal(count(world.secretary, byPlatform(key)), 'ballots.counted')
  // The one that was in before may ask again whether it arrived; nothing changes by it.
  await send({})
  expect((await asked(second, key)).result).toContain('赞成 2 票，反对 1 票')
})

test('so few slips that they would tell whose they are are never counted; void ones are destroyed unread', async () => {
  const { people, open } = world
  await expectRefusal(open({ voters: world.present(2).slice(0, 2) }), 'ballots.tooFew')
  const { key } = await open()
  for (const one of people.slice(0, 2))
    // oxlint-disable-next-line no-await-in-loop
    await voteAs(one, key, inFavour)
  const counted = await count(world.secretary, byPlatform(key))
  expect(counted.result).toBeNull()
  expect(counted.sentence).toContain('不足 3 张')
  expect(await db.$count(ballotSlips, eq(ballotSlips.ballotId, key.ballotId))).toBe(0)

  const second = await open()
  await voteAs(people[0] ?? world.secretary, second.key, inFavour)
  const { unitId, ballotId } = second.key
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  const reason = '点名有误，重新投票'
  await expectRefusal(abandon(neighbour, { unitId, ballotId, reason }), 'ballots.unknown')
  await expectRefusal(showBallot(neighbour, second.key), 'ballots.unknown')
  await abandon(world.secretary, { unitId, ballotId, reason })
  expect(await db.$count(ballotSlips, eq(ballotSlips.ballotId, ballotId))).toBe(0)
  expect((await asked(world.secretary, second.key)).result).toContain(reason)
  const again = await open({ ...second.wish })
  expect((await showBallot(world.secretary, again.key)).round).toBe(2)
  await expectRefusal(slip(nobody(), { unitId, ballotId: unitId }), 'ballots.unknown')
})
