import type { Contract, Input } from '@zhixing/contract'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { meetingFor, meetingWithin } from '../../activities/index.ts'
import { requireCourse } from '../../courses/index.ts'

export type FloorKey = Input<Contract['interaction']['floor']>
export type Floor = {
  readonly unitId: string
  readonly path: string
  readonly title: string
  readonly isOpen: boolean
}

/** Where somebody takes part: they are called there, or may learn from it. */
export async function enterFloor(
  db: Reader,
  actor: Actor,
  { unitId, about, aboutId }: FloorKey,
  now: Date,
): Promise<Floor & { readonly memberId: string }> {
  const { memberId } = actor
  if (!memberId) throw conflict('interaction.membersOnly')
  const floor =
    about === 'activity'
      ? await meetingFor(db, actor, { unitId, activityId: aboutId }, now)
      : await lecternOf(db, actor, aboutId)
  if (floor?.unitId !== unitId) throw missing('interaction.unknown')
  return { ...floor, memberId }
}

/** Where somebody leads: it is held, or was made, within their reach. */
export async function leadFloor(
  db: Reader,
  { actor, reach }: { readonly actor: Actor; readonly reach: Reach },
  { unitId, about, aboutId }: FloorKey,
): Promise<Floor> {
  const floor =
    about === 'activity'
      ? await meetingWithin(db, reach, { unitId, activityId: aboutId })
      : await lecternOf(db, actor, aboutId)
  if (floor?.unitId !== unitId || !covers(reach, floor.path)) throw missing('interaction.unknown')
  return floor
}

async function lecternOf(db: Reader, actor: Actor, courseId: string): Promise<Floor> {
  const { course, unitId, path } = await requireCourse(db, actor, courseId)
  return { unitId, path, title: course.title, isOpen: course.state === 'published' }
}

/** Nothing changes any more once the record is closed. */
export function requireOpen({ isOpen, title }: Floor): void {
  if (!isOpen) throw conflict('interaction.closed', { 名称: title })
}
