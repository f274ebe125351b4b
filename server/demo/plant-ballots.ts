import { randomUUID } from 'node:crypto'
import { ballotVoters, ballotSlips } from '../modules/ballots/table.ts'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { addDays, dayOf, monthOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { oneOf } from '../kernel/many.ts'
import type { Vault } from '../kernel/vault.ts'
import { activities, attendances, motions } from '../modules/activities/table.ts'
import { countBallot, openBallot, resultOf } from '../modules/ballots/index.ts'
import { elections } from '../modules/elections/table.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly vault: Vault }
const hour = 3_600_000

/**
 * A vote that is going on in the branch that visitors are shown, one on paper that was counted at its last meeting, and two
 * branches on the way to a new committee.
 */
export async function plantBallots(
  scene: Scene,
  shown: DemoBranch,
  filled: readonly DemoBranch[],
): Promise<void> {
  await plantCounted(scene, shown)
  await plantGoing(scene, shown)
  const others = filled.filter(
    (one) => one !== shown && one.people.filter(({ stage }) => stage === 'full').length >= 9,
  )
  const rows = others.slice(0, 2).map((one, at) => electionOf(one, at === 0, scene.now))
  if (rows.length > 0) await insertAll(scene.tx, elections, rows)
}

function votersOf({ branch, people }: DemoBranch, isPresent: (id: string) => boolean) {
  return people.map(({ id }) => ({
    memberUnitId: branch.unitId,
    memberId: id,
    isPresent: isPresent(id),
  }))
}

function placeOf({ branch }: DemoBranch) {
  return { unitId: branch.unitId, organizationId: branch.id, path: branch.path }
}

async function plantCounted({ tx, vault }: Scene, shown: DemoBranch): Promise<void> {
  const { unitId, id: organizationId } = shown.branch
  const [last] = await tx
    .select({ motion: motions, startsAt: activities.startsAt })
    .from(motions)
    .innerJoin(
      activities,
      and(eq(activities.unitId, motions.unitId), eq(activities.id, motions.activityId)),
    )
    .where(
      and(
        eq(motions.unitId, unitId),
        eq(activities.organizationId, organizationId),
        isNotNull(motions.publishedAt),
      ),
    )
    .orderBy(desc(activities.startsAt))
    .limit(1)
  if (!last) return
  const { motion, startsAt } = last
  const marks = await tx
    .select({ memberId: attendances.memberId })
    .from(attendances)
    .where(
      and(
        eq(attendances.unitId, unitId),
        eq(attendances.activityId, motion.activityId),
        eq(attendances.mark, 'present'),
      ),
    )
  const came = new Set(marks.map(({ memberId }) => memberId))
  const subject = `motion:${motion.id}`
  const wish = {
    ...placeOf(shown),
    kind: 'motion',
    way: 'paper',
    subject,
    title: motion.text,
    lines: [{ key: 'motion', text: motion.text, memberId: null }],
    voters: votersOf(shown, (id) => came.has(id)),
    by: { accountId: motion.createdBy, name: '支部书记' },
    now: startsAt,
  } as const
  const key = await openBallot({ tx, vault }, wish)
  const { present = 0, entitled = 0 } = (await resultOf(tx, { unitId, subject })) ?? {}
  const counts = { inFavour: present - 1, against: 1 }
  const paper = {
    issued: present,
    returned: present,
    invalid: 0,
    lines: [{ key: 'motion', counts }],
  }
  const tellers = shown.people.slice(-2).map(({ name }) => name)
  const result = await countBallot(tx, key, { tellers, paper, written: null, now: startsAt })
  const passed = result?.lines[0]?.verdict === 'passed'
  await tx
    .update(motions)
    .set({ ballot: 'secret', ...counts, abstained: 0, present, entitled, passed })
    .where(and(eq(motions.unitId, unitId), eq(motions.id, motion.id)))
}

const question = '是否同意用支部活动经费为党员活动室添置投影设备'

/** A members' meeting that began an hour ago, with a motion on which the first have voted on their phones. */
async function plantGoing(scene: Scene, shown: DemoBranch): Promise<void> {
  const { tx, now, vault } = scene
  const { branch, officers, people } = shown
  const secretary = officers.get('secretary')
  if (!secretary) return
  const startsAt = new Date(now.getTime() - hour)
  const activityId = await plantMeeting(scene, shown, { secretary, startsAt })
  const due = people.filter(({ excuse }) => !excuse)
  const marks = due.map(({ id }, at) => markOf(id, isAway(at)))
  const facts = { unitId: branch.unitId, activityId, at: startsAt, byId: secretary.id }
  await insertAll(
    tx,
    attendances,
    marks.map((mark) => ({ ...mark, ...facts, id: newId(), memberUnitId: branch.unitId })),
  )
  const motionId = newId()
  await tx.insert(motions).values({
    id: motionId,
    unitId: branch.unitId,
    activityId,
    text: question,
    proposerName: secretary.name,
    discussion: '与会党员看了三家报价，同意选价格居中、保修三年的一家。',
    createdAt: startsAt,
    createdBy: secretary.id,
  })
  const came = new Set(
    marks.filter(({ mark }) => mark === 'present').map(({ memberId }) => memberId),
  )
  const wish = {
    ...placeOf(shown),
    kind: 'motion',
    way: 'electronic',
    subject: `motion:${motionId}`,
    title: question,
    lines: [{ key: 'motion', text: question, memberId: null }],
    voters: votersOf({ ...shown, people: due }, (id) => came.has(id)),
    until: addDays(dayOf(now), 30),
    by: { accountId: secretary.id, name: secretary.name },
    now,
  } as const
  const key = await openBallot({ tx, vault }, wish)
  await plantSlips(
    tx,
    key,
    due.slice(-4).map(({ id }) => id),
  )
}

async function plantMeeting(
  { tx, now }: Scene,
  { branch }: DemoBranch,
  { secretary, startsAt }: { secretary: DemoMember; startsAt: Date },
): Promise<string> {
  const activityId = newId()
  await tx.insert(activities).values({
    id: activityId,
    unitId: branch.unitId,
    organizationId: branch.id,
    kind: 'memberMeeting',
    title: '支部党员大会：讨论活动室添置设备',
    month: monthOf(dayOf(startsAt)),
    startsAt,
    endsAt: new Date(now.getTime() + hour),
    place: '党员活动室',
    hostName: secretary.name,
    agenda: [{ title: '讨论活动室添置设备', minutes: 60, part: 'matters' }],
    calledAt: new Date(now.getTime() - 72 * hour),
    rollEndedAt: startsAt,
    createdBy: secretary.id,
    createdAt: new Date(now.getTime() - 96 * hour),
  })
  return activityId
}

/** One of nine is on duty elsewhere. */
function isAway(at: number): boolean {
  return at % 9 === 8
}

function markOf(memberId: string, away: boolean) {
  const mark = away ? ('excused' as const) : ('present' as const)
  return { memberId, mark, way: 'rollCall' as const, note: away ? '值班' : '' }
}

/** Slips as they lie in the box: by whom cannot be said, so many tickets are gone. */
async function plantSlips(
  tx: Db,
  key: { readonly unitId: string; readonly ballotId: string },
  memberIds: readonly string[],
): Promise<void> {
  const marked = await tx
    .update(ballotVoters)
    .set({ ticket: sql`md5(${ballotVoters.id}::text)::uuid` })
    .where(
      and(
        eq(ballotVoters.unitId, key.unitId),
        eq(ballotVoters.ballotId, key.ballotId),
        oneOf(ballotVoters.memberId, memberIds),
        eq(ballotVoters.isPresent, true),
      ),
    )
    .returning({ id: ballotVoters.id })
  const slips = marked.map(() => ({
    ...key,
    id: randomUUID(),
    ticket: randomUUID(),
    choices: { motion: 'inFavour' as const },
  }))
  if (slips.length > 0) await insertAll(tx, ballotSlips, slips)
}

/** Three seats, four who stand: one slate waits for its approval, the other for the meeting. */
function electionOf(one: DemoBranch, isNew: boolean, now: Date) {
  const { people, officers } = one
  const standing = people.filter(({ stage, excuse }) => stage === 'full' && !excuse).slice(0, 4)
  const approval = isNew
    ? { state: 'draft' as const }
    : {
        state: 'approved' as const,
        approvedBy: '乡党委批复',
        approvedOn: addDays(dayOf(now), -3),
      }
  return {
    id: newId(),
    ...placeOf(one),
    scope: 'committee' as const,
    seats: 3,
    slate: standing.map(({ id: memberId, name }) => ({ memberId, name })),
    note: '党员和群众推荐，支委会集体讨论',
    ...approval,
    at: addDays(dayOf(now), isNew ? -2 : -12),
    byId: officers.get('secretary')?.id ?? newId(),
    version: 0,
  }
}
