import type { Scene } from '../../../kernel/act.ts'
import { spanText } from '../../../kernel/words.ts'
import { openSession } from '../../activities/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { hasRoll } from '../rules/session.ts'
import { dueOf } from '../rules/seats.ts'
import type { Group } from '../store/groups.ts'
import { findSitting } from '../store/groups.ts'
import type { Session } from '../store/sessions.ts'

type Sitting = Pick<
  Session,
  'unitId' | 'id' | 'title' | 'form' | 'startsAt' | 'endsAt' | 'place' | 'isExtended' | 'speakers'
>

/** What the record of activities says of a sitting. */
export function lessonOf(session: Sitting) {
  const { title, startsAt, endsAt, place, speakers } = session
  return {
    title: `中心组学习：${title}`,
    startsAt,
    endsAt,
    placeText: place,
    lecturer: { name: speakers },
    category: 'theory',
    level: 'committee',
    planItemId: null,
    heading: null,
  } as const
}

export async function dueAt(tx: Scene['tx'], group: Group, isExtended: boolean) {
  const seats = await findSitting(tx, { unitId: group.unitId, groupId: group.id })
  return dueOf(seats, isExtended).map(({ memberUnitId, memberId }) => ({ memberUnitId, memberId }))
}

/** Opens its roll, where it has one, and tells who is due. */
export async function openRoll(scene: Scene, group: Group, session: Sitting): Promise<void> {
  const { tx, now, actor } = scene
  const due = await dueAt(tx, group, session.isExtended)
  const { unitId, organizationId, path } = group
  if (hasRoll(session))
    await openSession(tx, {
      ...lessonOf(session),
      kind: 'studyGroupSession',
      unitId,
      organizationId,
      activityId: session.id,
      due,
      by: actor.accountId,
      now,
    })
  const { title, startsAt: from, endsAt: until, place } = session
  await sendNotice(tx, {
    unitId,
    path,
    key: `studySession:${session.id}`,
    kind: 'studyGroup',
    from: group.name,
    fromId: group.id,
    title: `中心组学习：${title}`,
    body: `${spanText({ from, until })}${place === '' ? '' : `，${place}`}。不能参加的请事先向组长请假，会后补学。`,
    link: '/study-groups',
    personIds: due.map(({ memberId }) => memberId),
    now,
  })
}
