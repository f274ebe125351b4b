import { beforeEach, expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { close } from '../modules/activities/acts/close.ts'
import { markRest } from '../modules/activities/acts/mark-rest.ts'
import { mark } from '../modules/activities/acts/mark.ts'
import { propose, revise } from '../modules/activities/acts/motions/propose.ts'
import { publish } from '../modules/activities/acts/motions/publish.ts'
import { defer, vote } from '../modules/activities/acts/motions/vote.ts'
import { reopen } from '../modules/activities/acts/reopen.ts'
import { minutesFacts } from '../modules/activities/paper.ts'
import { showInvitation } from '../modules/activities/views/mine.ts'
import { showActivity } from '../modules/activities/views/show.ts'
import { listInbox } from '../modules/notices/views/inbox.ts'
import { minutesPaper, renderPaper } from '../modules/papers/index.ts'
import { db } from '../testing/database.ts'
import { expectRefusal } from '../testing/expect.ts'
import { closing, finished, planned } from '../testing/theme-day.ts'
import { plant, plantCaller, plantMember } from '../testing/world.ts'
import type { World } from '../testing/world.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
  for (const name of ['李山泉', '周谷雨']) await plantMember(db, world.east, { name })
  await plantMember(db, world.east, { name: '吴新苗', stage: 'probationary' })
})

type Key = Awaited<ReturnType<typeof planned>>
const text = '是否同意用活动经费购置图书三百册'

async function meeting(kind: 'memberMeeting' | 'committeeMeeting' | 'themeDay' = 'memberMeeting') {
  return planned(world.secretary, world.east.id, { kind })
}

async function put(key: Key, words = text) {
  const motionId = newId()
  const said = { proposerName: '李山泉', discussion: '周谷雨：先看书目再定。' }
  await propose(world.secretary, { ...key, motionId, text: words, ...said })
  return motionId
}

async function motionOf(key: Key, motionId: string) {
  const { motions } = await showActivity(world.secretary, key)
  const found = motions.find((one) => one.motionId === motionId)
  if (!found) throw new Error('the motion is not there')
  return found
}

async function count(key: Key, motionId: string, [inFavour, against, abstained]: number[]) {
  const { version } = await motionOf(key, motionId)
  const votes = { inFavour: inFavour ?? 0, against: against ?? 0, abstained: abstained ?? 0 }
  return vote(world.secretary, { ...key, motionId, version, ...votes })
}

test('a motion is discussed, voted on by full members only, published, and stands in the minutes [S1-05]', async () => {
  const key = await meeting()
  const motionId = await put(key)
  await expectRefusal(count(key, motionId, [3, 0, 0]), 'motions.unmarked')
  await markRest(world.secretary, { ...key, mark: 'present' })

  // Five came, one of them on probation.
  await expectRefusal(count(key, motionId, [5, 0, 0]), 'motions.votesMany')
  await expectRefusal(count(key, motionId, [0, 0, 0]), 'motions.votesNone')
  expect(await count(key, motionId, [2, 1, 1])).toMatchObject({ passed: false })
  expect(await count(key, motionId, [3, 1, 0])).toMatchObject({ passed: true })
  const { electorate } = await showActivity(world.secretary, key)
  expect(electorate).toMatchObject({ entitled: 4, present: 4, needed: 2, toPass: 3 })

  await expectRefusal(publish(world.secretary, { ...key, motionId }), 'motions.notClosed')
  await close(world.secretary, await finished(world.secretary, key))
  const closed = await motionOf(key, motionId)
  expect(closed).toMatchObject({ state: 'passed', entitled: 4, present: 4 })
  await expectRefusal(count(key, motionId, [4, 0, 0]), 'activities.closed')

  expect(await publish(world.secretary, { ...key, motionId })).toEqual({ people: 5 })
  expect(await publish(world.secretary, { ...key, motionId })).toEqual({ people: 0 })
  const inbox = await listInbox(world.member, { page: 1, size: 20, onlyUnread: false })
  const notice = inbox.rows.find(({ title }) => title.startsWith('公开'))
  expect(notice?.body).toContain(text)
  expect(notice?.body).toContain('赞成 3 票，反对 1 票，弃权 0 票')
  const invitation = await showInvitation(world.member, key)
  expect(invitation.motions).toMatchObject([{ text, result: closed.result }])

  const facts = minutesFacts(await showActivity(world.secretary, key))
  const body = JSON.stringify(minutesPaper(facts).body)
  for (const words of [text, '周谷雨：先看书目再定。', '举手表决', '通过'])
    expect(body).toContain(words)
  expect((await renderPaper(minutesPaper(facts))).length).toBeGreaterThan(1000)
})

test('too few with a vote decide nothing; a motion is deferred with its reason, and only then the record closes', async () => {
  const key = await meeting()
  const motionId = await put(key)
  const { memberId = '' } = world.member.actor
  await mark(world.secretary, { ...key, memberId, mark: 'present', isRemote: false, note: '' })
  await markRest(world.secretary, { ...key, mark: 'absent' })
  await expectRefusal(count(key, motionId, [1, 0, 0]), 'motions.quorum')

  const form = await finished(world.secretary, key)
  await expectRefusal(close(world.secretary, form), 'motions.open')
  const { version } = await motionOf(key, motionId)
  await defer(world.secretary, { ...key, motionId, version, reason: '到会人数不足' })
  await close(world.secretary, await closing(world.secretary, key))
  expect(await motionOf(key, motionId)).toMatchObject({
    state: 'deferred',
    result: '暂缓表决：到会人数不足。',
  })
  await expectRefusal(publish(world.secretary, { ...key, motionId }), 'motions.nothingToSay')
})

test('who turns out not to have been there takes their vote along: the record does not close on a false count', async () => {
  const key = await meeting()
  const motionId = await put(key)
  await markRest(world.secretary, { ...key, mark: 'present' })
  await count(key, motionId, [4, 0, 0])
  const { memberId = '' } = world.member.actor
  await mark(world.secretary, { ...key, memberId, mark: 'absent', isRemote: false, note: '' })
  const form = await finished(world.secretary, key)
  await expectRefusal(close(world.secretary, form), 'motions.outvoted')

  await count(key, motionId, [3, 0, 0])
  await close(world.secretary, await closing(world.secretary, key))
  await publish(world.secretary, { ...key, motionId })
  await reopen(world.secretary, { ...key, reason: '更正记录人' })
  const { version } = await motionOf(key, motionId)
  const again = revise(world.secretary, {
    ...key,
    motionId,
    version,
    text,
    proposerName: '',
    discussion: '',
  })
  await expectRefusal(again, 'motions.published')
})

test('a theme day may deliberate, a lecture may not; of one form one motion, and a neighbour sees none', async () => {
  const key = await meeting('themeDay')
  const motionId = newId()
  const words = { ...key, motionId, text, proposerName: '', discussion: '' }
  await Promise.all([propose(world.secretary, words), propose(world.secretary, words)])
  expect((await showActivity(world.secretary, key)).motions).toHaveLength(1)

  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  await expectRefusal(propose(neighbour, { ...words, motionId: newId() }), 'activities.unknown')
  const lecture = await planned(world.secretary, world.east.id, { kind: 'lecture' })
  const there = propose(world.secretary, { ...words, ...lecture, motionId: newId() })
  await expectRefusal(there, 'motions.notHere')
  const stale = { ...words, version: 7, text: '换一个议题文字' }
  await expectRefusal(revise(world.secretary, stale), 'input.stale')
})

test('what was voted on keeps its words, and numbers may be corrected until the record is closed', async () => {
  const key = await meeting()
  const motionId = await put(key)
  await markRest(world.secretary, { ...key, mark: 'present' })
  await count(key, motionId, [4, 0, 0])
  const { version } = await motionOf(key, motionId)
  const other = { ...key, motionId, version, proposerName: '', discussion: '' }
  await expectRefusal(revise(world.secretary, { ...other, text: '别的议题文字' }), 'motions.voted')
  expect(await count(key, motionId, [1, 3, 0])).toMatchObject({ passed: false })
})
