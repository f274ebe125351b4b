import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { ticketFor } from '../../../testing/tickets.ts'
import { noon, plant, plantActivity, plantCaller, visit } from '../../../testing/world.ts'
import type { Person, World } from '../../../testing/world.ts'
import { showWall } from '../views/wall.ts'
import { mark } from './mark.ts'
import { openCode } from './open-code.ts'
import { signIn } from './sign-in.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const at = (caller: Person, now: Date) => ({ ...caller, now: () => now })

async function codeOnWall(key: { unitId: string; activityId: string }, now = noon) {
  const { address } = await showWall(at(world.secretary, now), key)
  return address?.split('/').at(-1) ?? ''
}

/** Somebody at the door whose browser keeps what it is given. */
function visitorAt(now: Date, held?: string) {
  const kept = { device: held }
  const door = { ...visit, device: held, remember: (given: string) => void (kept.device = given) }
  return { kept, caller: { ...world.stranger, actor: undefined, visit: door, now: () => now } }
}

test('a code on the wall becomes a ticket, and logging in within five minutes still counts', async () => {
  const meeting = await plantActivity(db, world.east)
  const visitor = visitorAt(after(20))
  const opened = await openCode(visitor.caller, { code: await codeOnWall(meeting, noon) })
  expect(opened).toMatchObject({ ...meeting, title: '主题党日', organizationName: '东支部' })

  const phone = { ...visit, device: visitor.kept.device }
  const member = { ...at(world.member, after(20 + 299)), visit: phone }
  const { signedAt } = await signIn(member, { ticket: opened.ticket })
  expect(signedAt).toBe(after(319).toISOString())

  const { arrived } = await showWall(world.secretary, meeting)
  expect(arrived).toEqual([{ memberId: world.member.actor.personId, name: '张三', at: signedAt }])
})

test('a code expires, a ticket expires, and a forwarded ticket is worth nothing', async () => {
  const meeting = await plantActivity(db, world.east)
  const code = await codeOnWall(meeting, noon)
  await expectRefusal(openCode(visitorAt(after(30)).caller, { code }), 'activities.codeExpired')

  const { ticket } = await openCode(visitorAt(after(29), 'my phone').caller, { code })
  const from = (device: string | undefined, seconds: number) => ({
    ...at(world.member, after(seconds)),
    visit: { ...visit, device },
  })
  await expectRefusal(signIn(from('her phone', 30), { ticket }), 'activities.ticketBroken')
  await expectRefusal(signIn(from(undefined, 30), { ticket }), 'activities.ticketBroken')
  await expectRefusal(signIn(from('my phone', 29 + 300), { ticket }), 'activities.ticketExpired')
})

test('a code that was forged, cut, or taken from another meeting opens nothing', async () => {
  const [meeting, other] = [
    await plantActivity(db, world.east),
    await plantActivity(db, world.east),
  ]
  const code = await codeOnWall(meeting)
  const [unit, activity, slot, signature] = code.split('.')
  const [, otherActivity] = (await codeOnWall(other)).split('.')
  const next = (Number.parseInt(slot ?? '', 36) + 1).toString(36)

  const forged = [
    [unit, otherActivity, slot, signature],
    [unit, activity, next, signature],
    [unit, activity, slot, 'AAAAAAAAAAAAAAAA'],
    [unit, activity, slot],
  ].map((parts) => parts.join('.'))
  for (const broken of [...forged, 'x', '....', '%00'])
    await expectRefusal(openCode(visitorAt(noon).caller, { code: broken }), 'activities.codeBroken')
})

test('nobody signs in before the door opens, after the end, or where it was called off', async () => {
  const soon = await plantActivity(db, world.east, { startsAt: after(3601) })
  const over = await plantActivity(db, world.east, { endsAt: noon })
  const off = await plantActivity(db, world.east, { cancelledAt: noon })
  const walls = await Promise.all([soon, over, off].map((key) => showWall(world.secretary, key)))
  expect(walls.map(({ address }) => address)).toEqual([null, null, null])
  expect(walls[0]?.closedBecause).toContain('起可以签到')

  const shown = await plantActivity(db, world.east, { endsAt: after(10) })
  const code = await codeOnWall(shown)
  await expectRefusal(openCode(visitorAt(after(11)).caller, { code }), 'activities.notOpen')
  await expectRefusal(signIn(world.member, ticketFor(off)), 'activities.cancelled')
})

test('the same sign-in sent five times leaves one row and one trace', async () => {
  const meeting = await plantActivity(db, world.east)
  const ticket = ticketFor(meeting)
  const together = await Promise.all(Array.from({ length: 5 }, () => signIn(world.member, ticket)))
  const later = await signIn(at(world.member, after(60)), ticket)

  const first = { signedAt: noon.toISOString() }
  expect([...together, later]).toEqual(Array.from({ length: 6 }, () => first))
  expect(await tracesIn(db, world)).toHaveLength(1)
  expect((await showWall(world.secretary, meeting)).arrived).toHaveLength(1)
})

test('leaves one trace per person when a hall signs in at once', async () => {
  const ticket = ticketFor(await plantActivity(db, world.east))
  const crowd = await Promise.all(Array.from({ length: 20 }, () => plantCaller(db, world.east)))

  await Promise.all(crowd.map((caller) => signIn(caller, ticket)))

  const actors = (await tracesIn(db, world)).map(({ actorId }) => actorId)
  expect(actors.toSorted()).toEqual(crowd.map(({ actor }) => actor.accountId).toSorted())
})

test('who was marked absent and comes all the same is present', async () => {
  const meeting = await plantActivity(db, world.east)
  const memberId = world.member.actor.personId
  await mark(world.secretary, { ...meeting, memberId, mark: 'absent', isRemote: false, note: '' })

  await signIn(world.member, ticketFor(meeting))

  const { arrived } = await showWall(world.secretary, meeting)
  expect(arrived.map((one) => one.memberId)).toEqual([memberId])
})

test('refuses one without spoiling the others', async () => {
  const meeting = await plantActivity(db, world.east)
  const gone = { unitId: meeting.unitId, activityId: newId() }
  const ghost = { ...world.member, actor: { ...world.member.actor, personId: 'nobody’s id' } }
  const { memberId: _, ...nobody } = world.member.actor
  const elsewhere = await plant(db)

  const results = await Promise.allSettled([
    signIn(ghost, ticketFor(meeting)),
    signIn(world.secretary, ticketFor(meeting)),
    expectRefusal(signIn(world.member, ticketFor(gone)), 'activities.unknown'),
    expectRefusal(signIn(elsewhere.member, ticketFor(meeting)), 'activities.otherUnit'),
    expectRefusal(
      signIn({ ...world.member, actor: nobody }, ticketFor(meeting)),
      'activities.membersOnly',
    ),
  ])

  expect(results.map(({ status }) => status)).toEqual([
    'rejected',
    ...Array.from({ length: 4 }, () => 'fulfilled'),
  ])
  expect(await tracesIn(db, world)).toHaveLength(1)
})

test('a member of another branch who scans is a guest, and the trace stays at home', async () => {
  const meeting = await plantActivity(db, world.east)
  const guest = await plantCaller(db, world.west)

  await signIn(guest, ticketFor(meeting))

  const { arrived, due } = await showWall(world.secretary, meeting)
  expect([arrived.length, due]).toEqual([1, 2])
  expect((await tracesIn(db, world)).map(({ path }) => path)).toEqual([world.west.path])
})
