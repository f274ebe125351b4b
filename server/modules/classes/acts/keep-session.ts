import { contract } from '@zhixing/contract'
import type { EntryOf, Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { changeSession, openSession } from '../../activities/index.ts'
import { findAgreedNeeds } from '../../surveys/index.ts'
import { bookAll, release } from '../../resources/index.ts'
import { lecturerMember } from '../catalogue/resources.ts'
import { headingOf } from '../steps/heading.ts'
import { ledgerLevelOf } from '../rules/level.ts'
import { refuseSession } from '../rules/session.ts'
import { dueOf, purposeOf } from '../steps/session.ts'
import { requireClass, requireState } from '../steps/require.ts'
import type { Class } from '../store/classes.ts'
import { changeSessionRow, findSessions, keepSessionRow } from '../store/sessions.ts'
import type { Session } from '../store/sessions.ts'

type Asked = Omit<Input<EntryOf<'timetables.keep'>>, 'startsAt' | 'endsAt'> & {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** A lesson with its lecturer and room: booked in the same transaction, or not kept at all. */
export const keepSession = act(contract.timetables.keep, async (scene, input) => {
  const { tx, reach } = scene
  const { unitId, classId, sessionId } = input
  const key = { unitId, classId }
  const { kept } = await requireClass(tx, reach, key)
  const asked = {
    ...input,
    heading: input.heading ?? (await headingOf(tx, kept)),
    startsAt: new Date(input.startsAt),
    endsAt: new Date(input.endsAt),
  }
  requireState(kept, ['approved', 'announced'], '排课')
  const sessions = await findSessions(tx, key)
  const others = sessions.filter(({ id }) => id !== sessionId)
  const refused = refuseSession(asked, kept.application, others)
  if (refused) throw conflict(refused.reason, refused.words)
  const before = sessions.find(({ id }) => id === sessionId)
  if (asked.needId !== null && asked.needId !== before?.needId) await requireNeed(tx, kept, asked)

  if (before && input.version === null) return { value: { sessionId }, place: kept, change: 'none' }
  if (before && before.version !== input.version) throw conflict('input.stale')
  const { unitId: _unit, classId: _class, sessionId: _id, version: _version, ...facts } = asked
  const hasRecord = kept.origin === 'own' && asked.kind !== 'ceremony'
  if (before) await changeSessionRow(tx, before, { ...facts, hasRecord: before.hasRecord })
  else await keepSessionRow(tx, { ...facts, ...key, id: sessionId, hasRecord })
  await bookFor(scene, kept, asked)
  await recordFor(scene, kept, { asked, before, hasRecord })
  return {
    value: { sessionId },
    place: kept,
    change: { subject: `class:${classId}`, before: before ?? null, after: { sessionId, ...facts } },
  }
})

/** Only what was agreed to for this place is answered. */
async function requireNeed(tx: Scene['tx'], kept: Class, { needId }: Asked): Promise<void> {
  const agreed = await findAgreedNeeds(tx, kept)
  if (!agreed.some((one) => one.needId === needId)) throw conflict('timetables.need')
}

/** Gives back what it had, and takes what it needs now. */
async function bookFor({ tx, now, actor }: Scene, kept: Class, asked: Asked): Promise<void> {
  const { unitId, sessionId, title, startsAt: from, endsAt: until } = asked
  const purpose = purposeOf({ id: sessionId })
  await release(tx, purpose, now)
  const chosen = [asked.lecturerId, asked.roomId].filter((id) => id !== null)
  const common = { unitId, from, until, purpose, title: `${kept.title}：${title}`, now }
  const by = { id: actor.accountId, name: actor.name }
  const forOrganizationId = kept.organizationId
  await bookAll(
    tx,
    chosen.map((resourceId) => ({ ...common, resourceId, by, forOrganizationId })),
  )
}

type Recording = {
  readonly asked: Asked
  readonly before: Session | undefined
  readonly hasRecord: boolean
}

async function recordFor(
  { tx, now, actor }: Scene,
  kept: Class,
  { asked, before, hasRecord }: Recording,
): Promise<void> {
  const { unitId, classId, sessionId, title, startsAt, endsAt, category, heading } = asked
  const lesson = {
    title: `${kept.title}：${title}`,
    startsAt,
    endsAt,
    placeText: asked.place,
    lecturer: { name: asked.lecturerName, ...(await lecturerMember(tx, asked)) },
    category,
    level: ledgerLevelOf(kept.level),
    planItemId: kept.planItemId,
    heading,
  }
  if (before?.hasRecord) await changeSession(tx, { unitId, activityId: sessionId }, lesson)
  else if (!before && hasRecord)
    await openSession(tx, {
      ...lesson,
      unitId,
      organizationId: kept.organizationId,
      activityId: sessionId,
      due: await dueOf(tx, { unitId, classId }),
      by: actor.accountId,
      now,
    })
}
