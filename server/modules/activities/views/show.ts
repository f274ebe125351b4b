import { contract } from '@zhixing/contract'
import { and, count, eq } from 'drizzle-orm'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { Problem } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { notices, receipts } from '../../notices/table.ts'
import { organizations } from '../../organizations/table.ts'
import { kindState } from '../kinds/index.ts'
import { stageOf } from '../rules/closing.ts'
import { outcomeOf } from '../rules/motion.ts'
import { readRecord } from '../steps/read-record.ts'
import type { Record } from '../steps/read-record.ts'
import { findActivity } from '../store/activities.ts'
import type { Activity } from '../store/activities.ts'
import { findClosures } from '../store/closures.ts'
import type { Closure } from '../store/closures.ts'

export const showActivity = view(
  contract.activities.show,
  async ({ db, now, actor, reach }, key) => {
    const held = await findActivity(db, reach, key)
    if (!held) throw missing('activities.unknown')
    const { activity, path, organizationName } = held
    const record = await readRecord(db, held, now)
    const [current, ...earlier] = (await findClosures(db, key)).map(closureState)
    const isClosed = record.closure !== undefined
    const subject = `activity:${activity.id}`

    return {
      ...planState(activity),
      ...key,
      organizationId: activity.organizationId,
      organizationName,
      groupId: activity.groupId,
      groupName: await groupName(db, activity.groupId),
      kind: kindState(record.kind),
      stage: stageOf({
        isClosed,
        isRollEnded: activity.rollEndedAt !== null,
        isCalled: activity.calledAt !== null,
        hasBegun: record.hasBegun,
        hasMarks: record.attendances.length > 0,
      }),
      version: activity.version,
      hasBegun: record.hasBegun,
      cancelled: activity.cancelledAt
        ? { at: activity.cancelledAt.toISOString(), reason: activity.cancelReason }
        : null,
      call: await callState(db, activity),
      roll: record.roll.map((entry) => ({ ...entry, at: entry.at?.toISOString() ?? null })),
      minutes: activity.minutes,
      resolution: activity.resolution,
      files: (await filesOf(db, [subject])).get(subject) ?? [],
      closure: isClosed && current ? current : null,
      earlierClosures: isClosed || !current ? earlier : [current, ...earlier],
      credit: creditState(record),
      quorum: quorumState(record),
      electorate: electorateState(record),
      ballots: record.ballots.map(({ ballotId, title, state, sentence }) => ({
        ballotId,
        title,
        state,
        sentence,
      })),
      motions: record.motions.map((motion) => motionState(motion, record)),
      lacks: record.lacks.map(({ reason, words }) =>
        sentenceOf(new Problem('conflict', reason, words)),
      ),
      inTimeUntil: record.inTimeUntil,
      can: rightsOf(actor, path),
    }
  },
)

export function planState(activity: Activity) {
  return {
    ...activity,
    startsAt: activity.startsAt.toISOString(),
    endsAt: activity.endsAt.toISOString(),
    agenda: [...activity.agenda],
  }
}

function creditState({ credit }: Record) {
  const { minutes, clockMinutes, taught, clause, ruleFrom, sum } = credit
  return { minutes, clockMinutes, taughtMinutes: taught?.minutes ?? 0, clause, from: ruleFrom, sum }
}

function quorumState({ quorum, rules }: Record) {
  return quorum ? { ...quorum, clause: rules['vote.quorum'].clause } : null
}

function electorateState({ electorate, rules }: Record) {
  return electorate ? { ...electorate, clause: rules['vote.pass'].clause } : null
}

function motionState(motion: Record['motions'][number], { electorate }: Record) {
  return {
    ...motion,
    ...outcomeOf(motion, electorate),
    motionId: motion.id,
    vote: motion.vote ? { ballotId: motion.vote.ballotId, state: motion.vote.state } : null,
    publishedAt: motion.publishedAt?.toISOString() ?? null,
  }
}

function closureState(closure: Closure) {
  return {
    ...closure,
    closedAt: closure.closedAt.toISOString(),
    reopenedAt: closure.reopenedAt?.toISOString() ?? null,
  }
}

function rightsOf({ appointments }: Actor, path: string) {
  const may = (grant: Parameters<typeof reachOf>[1]) => covers(reachOf(appointments, grant), path)
  return {
    organize: may('activities.organize'),
    close: may('activities.close'),
    reopen: may('activities.reopen'),
  }
}

async function groupName(db: Reader, groupId: string | null): Promise<string> {
  if (!groupId) return ''
  const [row] = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, groupId))
  return row?.name ?? ''
}

async function callState(db: Reader, { unitId, id, calledAt }: Activity) {
  if (!calledAt) return null
  const [row] = await db
    .select({ noticeId: notices.id, people: count(receipts.id), read: count(receipts.readAt) })
    .from(notices)
    .leftJoin(receipts, and(eq(receipts.unitId, notices.unitId), eq(receipts.noticeId, notices.id)))
    .where(and(eq(notices.unitId, unitId), eq(notices.key, `call:${id}`)))
    .groupBy(notices.id)
  const { noticeId = null, people = 0, read = 0 } = row ?? {}
  return { at: calledAt.toISOString(), noticeId, people, read }
}
