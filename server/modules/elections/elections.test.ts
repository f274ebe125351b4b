import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { othersPrefix } from '@zhixing/contract/ballot-words.ts'
import { newId } from '../../kernel/ids.ts'
import { plantElectors, voteAs } from '../../testing/ballots.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { closing, finished, planned } from '../../testing/theme-day.ts'
import { plantCaller, plantMember } from '../../testing/world.ts'
import { close } from '../activities/acts/close.ts'
import { mark } from '../activities/acts/mark.ts'
import { markRest } from '../activities/acts/mark-rest.ts'
import { minutesFacts } from '../activities/paper.ts'
import { showActivity } from '../activities/views/show.ts'
import { count } from '../ballots/acts/count.ts'
import { showOrganization } from '../organizations/views/show.ts'
import { members } from '../members/table.ts'
import { conclude, open } from './acts/hold.ts'
import { approve, keep, withdraw } from './acts/slate.ts'
import { listChoices, listElections } from './views/list.ts'
import { showElection } from './views/show.ts'

let world: Awaited<ReturnType<typeof plantElectors>>
beforeEach(async () => {
  world = await plantElectors(db, 9)
})

const ids = () => world.people.map(({ actor }) => actor.memberId ?? '')
type Slate = Partial<Parameters<typeof keep>[1]>

async function slate(changes: Slate = {}) {
  const form = {
    organizationId: world.east.id,
    electionId: newId(),
    version: 0,
    scope: 'committee' as const,
    seats: 3,
    memberIds: ids().slice(0, 4),
    note: '',
    ...changes,
  }
  const { unitId, electionId } = await keep(world.secretary, form)
  return { unitId, electionId }
}
type Key = Awaited<ReturnType<typeof slate>>

async function turn(key: Key) {
  const { version } = await showElection(world.organizer, key)
  return { ...key, version }
}

async function approved(key: Key) {
  const reply = { approvedBy: '乡党委〔2026〕12号', approvedOn: '2026-05-20' }
  await approve(world.organizer, { ...(await turn(key)), ...reply })
}

/** A members' meeting to which everybody came but so many of the last. */
async function meeting(absent = 0) {
  const key = await planned(world.secretary, world.east.id, { kind: 'memberMeeting' })
  for (const memberId of ids().slice(9 - absent)) {
    const line = { memberId, isRemote: false, note: '' }
    // oxlint-disable-next-line no-await-in-loop
    await mark(world.secretary, { ...key, ...line, mark: 'absent' })
  }
  await markRest(world.secretary, { ...key, mark: 'present' })
  return key
}

async function ballotAt(key: Key, activityId: string, changes: object = {}) {
  const form = { activityId, way: 'paper' as const, memberIds: [], ...changes }
  const { ballotId } = await open(world.secretary, { ...(await turn(key)), ...form })
  return { unitId: key.unitId, ballotId }
}

const paper = (present: number, votes: Readonly<Record<string, number>>) => ({
  issued: present,
  returned: present,
  invalid: 0,
  lines: Object.entries(votes).map(([key, inFavour]) => ({ key, counts: { inFavour } })),
})
const tellers = ['监票甲', '计票乙']

test('an election: slate with surplus, approval, two rounds, and the new committee in the record of the branch', async () => {
  const key = await slate()
  const [a = '', b = '', c = '', d = ''] = ids()
  const { activityId } = await meeting()
  await expectRefusal(ballotAt(key, activityId), 'elections.notApproved')
  await approved(key)
  // Ten are entitled, all came: six are more than half of them.
  const first = await ballotAt(key, activityId)
  await count(world.secretary, {
    ...first,
    tellers,
    paper: paper(10, { [a]: 10, [b]: 7, [c]: 6, [d]: 6 }),
    written: null,
  })
  const tied = await showElection(world.secretary, key)
  expect(tied.winners.map(({ memberId }) => memberId)).toEqual([a, b])
  expect(tied).toMatchObject({ open: 1, elected: 2, rounds: [{ round: 1, state: 'closed' }] })
  const holders = [
    { memberId: a, post: 'secretary' as const },
    { memberId: b, post: 'organizationOfficer' as const },
  ]
  const early = conclude(world.organizer, { ...(await turn(key)), holders })
  await expectRefusal(early, 'elections.notFull')

  // Those with equal votes stand again, on the phone.
  const second = await ballotAt(key, activityId, { way: 'electronic' })
  await expectRefusal(
    withdraw(world.secretary, { ...(await turn(key)), reason: '暂不选举' }),
    'elections.voting',
  )
  for (const one of world.people.slice(0, 7))
    // oxlint-disable-next-line no-await-in-loop
    await voteAs(one, second, { [d]: 'inFavour' })
  const record = await finished(world.secretary, { unitId: key.unitId, activityId })
  await expectRefusal(close(world.secretary, record), 'activities.voting')
  await count(world.secretary, { ...second, tellers: [], paper: null, written: null })

  const wrong = [...holders, { memberId: c, post: 'officer' as const }]
  await expectRefusal(
    conclude(world.organizer, { ...(await turn(key)), holders: wrong }),
    'elections.holders',
  )
  const all = [...holders, { memberId: d, post: 'disciplineOfficer' as const }]
  const { endsOn } = await conclude(world.organizer, { ...(await turn(key)), holders: all })
  expect(endsOn).toBe('2029-06-01')
  const shown = await showOrganization(world.organizer, { organizationId: world.east.id })
  expect(shown.term).toMatchObject({ electedOn: '2026-06-01', state: 'serving' })
  expect(shown.responsible).toMatchObject({ memberId: a })
  expect(shown.holders).toHaveLength(3)
  expect(await showElection(world.secretary, key)).toMatchObject({ state: 'concluded' })

  await close(world.secretary, await closing(world.secretary, { unitId: key.unitId, activityId }))
  const closed = await showActivity(world.secretary, { unitId: key.unitId, activityId })
  const { motions } = minutesFacts(closed)
  expect(motions.map(({ text }) => text)).toEqual([
    '选举支部委员会委员',
    '选举支部委员会委员（第 2 轮）',
  ])
  expect(motions[0]?.result).toContain('应到会有选举权的 10 人，实到 10 人')
})

test('four fifths of those entitled have to be there, and only at an open meeting of members of this branch', async () => {
  const key = await slate()
  await approved(key)
  const few = await meeting(3)
  await expectRefusal(ballotAt(key, few.activityId), 'ballots.quorum')
  const theme = await planned(world.secretary, world.east.id, { kind: 'themeDay' })
  await expectRefusal(ballotAt(key, theme.activityId), 'elections.meeting')
  const blank = await planned(world.secretary, world.east.id, { kind: 'memberMeeting' })
  await expectRefusal(ballotAt(key, blank.activityId), 'elections.unmarked')
  const enough = await meeting(2)
  const ballot = await ballotAt(key, enough.activityId)
  const [a = '', b = '', c = ''] = ids()
  // Nobody has more than half of the eight who came: the meeting names who stands in the next round.
  const votes = paper(8, { [a]: 4, [b]: 4, [c]: 3 })
  await count(world.secretary, { ...ballot, tellers, paper: votes, written: null })
  await expectRefusal(ballotAt(key, enough.activityId), 'elections.whoStands')
  const stranger = await plantMember(db, world.west, {})
  const foreign = ballotAt(key, enough.activityId, { memberIds: [a, stranger] })
  await expectRefusal(foreign, 'elections.stands')
  await ballotAt(key, enough.activityId, { memberIds: [a, b, c] })
  expect(await showElection(world.secretary, key)).toMatchObject({ open: 3, elected: 0 })
})

test('who has a seat and is written in again in the next round takes no second one', async () => {
  const key = await slate()
  const [a = '', b = '', c = '', d = ''] = ids()
  const { activityId } = await meeting()
  await approved(key)
  const votes = { tellers, written: null }
  const first = await ballotAt(key, activityId)
  await count(world.secretary, { ...first, ...votes, paper: paper(10, { [a]: 10 }) })
  const second = await ballotAt(key, activityId, { memberIds: [b, c, d] })
  const again = paper(10, { [b]: 8, [`${othersPrefix}${a}`]: 9 })
  await count(world.secretary, { ...second, ...votes, paper: again })
  const shown = await showElection(world.secretary, key)
  expect(shown.winners.map(({ memberId }) => memberId)).toEqual([a, b])
  expect(shown).toMatchObject({ open: 1, elected: 2 })
})

test('who has lost the right to be elected since the approval is not voted on', async () => {
  const key = await slate()
  await approved(key)
  const { activityId } = await meeting()
  const [a = ''] = ids()
  await db.update(members).set({ votelessFrom: '2026-05-25' }).where(eq(members.id, a))
  await expectRefusal(ballotAt(key, activityId), 'elections.lost')
  await db.update(members).set({ votelessFrom: null }).where(eq(members.id, a))
  await ballotAt(key, activityId)
})

test('a slate: surplus of a fifth, size of the committee, right to be elected, one at a time, nothing for neighbours', async () => {
  const [a = '', b = '', c = ''] = ids()
  await expectRefusal(slate({ memberIds: [a, b, c] }), 'elections.surplus')
  await expectRefusal(slate({ memberIds: [a, b, c, c] }), 'elections.twice')
  await expectRefusal(slate({ seats: 2, memberIds: [a, b, c] }), 'elections.seats')
  await expectRefusal(slate({ scope: 'secretary' }), 'elections.one')
  await expectRefusal(slate({ organizationId: world.county.id }), 'organizations.unknown')
  const trainee = await plantMember(db, world.east, { stage: 'probationary', name: '预备甲' })
  const watched = await plantMember(db, world.east, { votelessFrom: '2026-01-01', name: '察看乙' })
  for (const memberId of [trainee, watched])
    // oxlint-disable-next-line no-await-in-loop
    await expectRefusal(slate({ memberIds: [a, b, c, memberId] }), 'elections.standing')
  const { rows } = await listChoices(world.secretary, { organizationId: world.east.id })
  expect(rows.map(({ memberId }) => memberId)).not.toContain(trainee)

  const key = await slate({ scope: 'secretary', seats: 1, memberIds: [a] })
  await expectRefusal(slate(), 'elections.going')
  const neighbour = await plantCaller(db, world.west, { office: 'secretary' })
  await expectRefusal(showElection(neighbour, key), 'elections.unknown')
  const reply = { approvedBy: '乡党委', approvedOn: '2026-07-01' }
  const late = approve(world.organizer, { ...(await turn(key)), ...reply })
  await expectRefusal(late, 'elections.approvedOn')
  await withdraw(world.secretary, { ...(await turn(key)), reason: '换届推迟' })
  await expectRefusal(approved(key), 'elections.state')
  await slate()
  const page = { organizationId: world.county.id, page: 1, size: 50 }
  expect(await listElections(world.organizer, page)).toMatchObject({
    going: 1,
    total: 2,
    isBranch: false,
  })
})
