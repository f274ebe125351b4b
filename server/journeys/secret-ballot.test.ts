import { beforeEach, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { close } from '../modules/activities/acts/close.ts'
import { mark } from '../modules/activities/acts/mark.ts'
import { markRest } from '../modules/activities/acts/mark-rest.ts'
import { openBallot } from '../modules/activities/acts/motions/open-ballot.ts'
import { propose, revise } from '../modules/activities/acts/motions/propose.ts'
import { publish } from '../modules/activities/acts/motions/publish.ts'
import { defer, vote } from '../modules/activities/acts/motions/vote.ts'
import { proveRemote } from '../modules/activities/acts/prove-remote.ts'
import { minutesFacts } from '../modules/activities/paper.ts'
import { showInvitation } from '../modules/activities/views/mine.ts'
import { showActivity } from '../modules/activities/views/show.ts'
import { abandon, count } from '../modules/ballots/acts/count.ts'
import { slipsFacts } from '../modules/ballots/paper.ts'
import { mine } from '../modules/ballots/views/mine.ts'
import { showBallot } from '../modules/ballots/views/show.ts'
import { listInbox } from '../modules/notices/views/inbox.ts'
import { minutesPaper, renderPaper, slipsPaper } from '../modules/papers/index.ts'
import { plantElectors, takeTicket, voteAs } from '../testing/ballots.ts'
import { db } from '../testing/database.ts'
import { expectRefusal } from '../testing/expect.ts'
import { closing, finished, planned } from '../testing/theme-day.ts'
import { plantCaller, plantMember } from '../testing/world.ts'
import type { Person } from '../testing/world.ts'

let world: Awaited<ReturnType<typeof plantElectors>>
beforeEach(async () => {
  world = await plantElectors(db, 6)
})
type Key = Awaited<ReturnType<typeof planned>>
const text = '是否同意用活动经费购置图书三百册'
const inFavour = { motion: 'inFavour' } as const

async function put() {
  const key = await planned(world.secretary, world.east.id, { kind: 'memberMeeting' })
  const motionId = newId()
  await propose(world.secretary, { ...key, motionId, text, proposerName: '', discussion: '' })
  return { key, motionId }
}

async function motionOf(key: Key, motionId: string) {
  const { motions } = await showActivity(world.secretary, key)
  const found = motions.find((one) => one.motionId === motionId)
  if (!found) throw new Error('the motion is not there')
  return found
}

type Wish = Partial<Parameters<typeof openBallot>[1]>

async function ballotOn(key: Key, motionId: string, wish: Wish = {}) {
  const { version } = await motionOf(key, motionId)
  const form = { ballotKind: 'motion', isAgain: false, way: 'electronic', ...wish } as const
  const { ballotId } = await openBallot(world.secretary, { ...key, motionId, version, ...form })
  return { unitId: key.unitId, ballotId }
}

/** Everybody is there but these. */
async function rollWithout(key: Key, absent: readonly Person[]) {
  for (const { actor } of absent) {
    const line = { memberId: actor.memberId ?? '', isRemote: false, note: '' }
    // oxlint-disable-next-line no-await-in-loop
    await mark(world.secretary, { ...key, ...line, mark: 'absent' })
  }
  await markRest(world.secretary, { ...key, mark: 'present' })
}

const counted = (counts: object) => ({
  issued: 4,
  returned: 4,
  invalid: 0,
  lines: [{ key: 'motion', counts }],
})

/** While it is voted on, hands are not counted, and neither words nor order change. */
async function refusedMeanwhile(key: Key, motionId: string) {
  const { version } = await motionOf(key, motionId)
  const hands = { ...key, motionId, version, inFavour: 5, against: 0, abstained: 0 }
  await expectRefusal(vote(world.secretary, hands), 'motions.inBallot')
  await expectRefusal(
    defer(world.secretary, { ...key, motionId, version, reason: '再议' }),
    'motions.inBallot',
  )
  const words = {
    ...key,
    motionId,
    version,
    text: '别的议题文字',
    proposerName: '',
    discussion: '',
  }
  await expectRefusal(revise(world.secretary, words), 'motions.voted')
  return hands
}

const byPlatform = { tellers: [], paper: null, written: null }

test('a motion is put to a secret vote on the phone, counted once, closed with the record, published, and in the minutes', async () => {
  const { key, motionId } = await put()
  await expectRefusal(ballotOn(key, motionId), 'motions.unmarked')
  const late = world.people[5]
  if (!late) throw new Error('nobody is late')
  await plantMember(db, world.east, { name: '预备甲', stage: 'probationary' })
  await rollWithout(key, [late])
  const ballot = await ballotOn(key, motionId)
  // Seven are full members: the six and the one whom every world has; one is absent.
  const { electorate } = await showBallot(world.secretary, ballot)
  expect(electorate).toMatchObject({ entitled: 7, present: 6, needed: 4, toPass: 4 })
  expect(await motionOf(key, motionId)).toMatchObject({ state: 'voting', vote: { state: 'open' } })
  const hands = await refusedMeanwhile(key, motionId)
  const inbox = await listInbox(world.member, { page: 1, size: 20, onlyUnread: false })
  expect(inbox.rows.find(({ kind }) => kind === 'ballot')?.link).toContain(ballot.ballotId)
  await expectRefusal(takeTicket(late, ballot), 'ballots.absent')
  const { memberId = '' } = late.actor
  await mark(world.secretary, { ...key, memberId, mark: 'present', isRemote: true, note: '' })
  await ballotOn(key, motionId)
  for (const one of world.people.slice(0, 4)) {
    // oxlint-disable-next-line no-await-in-loop
    await voteAs(one, ballot, inFavour)
  }
  await voteAs(late, ballot, { motion: 'against' })

  const form = await finished(world.secretary, key)
  await expectRefusal(close(world.secretary, form), 'activities.remoteUnproven')
  const proof = { ...key, note: '视频点名应答' }
  expect(await proveRemote(world.secretary, proof)).toEqual({ people: 1 })
  expect(await proveRemote(world.secretary, proof)).toEqual({ people: 0 })
  await expectRefusal(close(world.secretary, await closing(world.secretary, key)), 'motions.voting')
  await count(world.secretary, { ...ballot, ...byPlatform })
  const after = await motionOf(key, motionId)
  expect(after).toMatchObject({
    state: 'passed',
    inFavour: 4,
    against: 1,
    entitled: 7,
    present: 7,
  })
  const again = { ...hands, version: after.version }
  await expectRefusal(vote(world.secretary, again), 'motions.byBallot')

  await close(world.secretary, await closing(world.secretary, key))
  expect(await motionOf(key, motionId)).toMatchObject({ state: 'passed', inFavour: 4, present: 7 })
  await publish(world.secretary, { ...key, motionId })
  const invitation = await showInvitation(world.member, key)
  const said = '发出选票 5 张，收回 5 张，有效 5 张，无效 0 张：赞成 4 票，反对 1 票，弃权 0 票'
  expect(invitation.motions[0]?.result).toContain(said)
  const paper = minutesPaper(minutesFacts(await showActivity(world.secretary, key)))
  for (const phrase of [said, '（线上，视频点名应答）'])
    expect(JSON.stringify(paper.body)).toContain(phrase)
})

test('present suffice and the entitled do not: the motion fails; void and another round; admission counts the absent who wrote', async () => {
  const { key, motionId } = await put()
  const absent = world.people.slice(3)
  await rollWithout(key, absent)
  const first = await ballotOn(key, motionId, { way: 'paper' })
  const facts = slipsFacts(await showBallot(world.secretary, first))
  expect(facts).toMatchObject({ copies: 4, lines: [text], marks: ['赞成', '反对', '弃权'] })
  expect((await renderPaper(slipsPaper(facts))).length).toBeGreaterThan(1000)
  await abandon(world.secretary, { ...first, reason: '选票印错' })
  expect(await motionOf(key, motionId)).toMatchObject({ state: 'open', vote: { state: 'void' } })
  const ballot = await ballotOn(key, motionId)
  expect(ballot.ballotId).not.toBe(first.ballotId)
  // Seven are entitled, four came, three of the four are in favour: most of those present, not most of those entitled.
  for (const one of world.people.slice(0, 3))
    // oxlint-disable-next-line no-await-in-loop
    await voteAs(one, ballot, inFavour)
  await count(world.secretary, { ...ballot, ...byPlatform })
  const failed = await motionOf(key, motionId)
  expect(failed).toMatchObject({ state: 'failed', inFavour: 3, present: 4 })
  expect(failed.result).toContain('赞成未超过应到会有表决权人数的半数，未通过')

  await expectRefusal(ballotOn(key, motionId), 'ballots.counted')
  const wish = { isAgain: true, way: 'paper', ballotKind: 'admission' } as const
  const second = await ballotOn(key, motionId, wish)
  const memberIds = absent.slice(0, 1).map(({ actor }) => actor.memberId ?? '')
  await count(world.secretary, {
    ...second,
    tellers: ['监票甲', '计票乙'],
    paper: counted({ inFavour: 3, against: 1 }),
    written: { memberIds, lines: [{ key: 'motion', counts: { inFavour: 1 } }] },
  })
  expect(await motionOf(key, motionId)).toMatchObject({ state: 'passed', inFavour: 4 })
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  await expectRefusal(showBallot(neighbour, second), 'ballots.unknown')
  // A vote on paper is cast in the room and asks nothing of the phone.
  expect((await mine(world.secretary, {})).rows.map(({ ballotId }) => ballotId)).toEqual([
    ballot.ballotId,
  ])
})
