import type { Actor } from '../../../kernel/caller.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { finishItem, itemsMadeOf } from '../../courses/index.ts'
import { isDone, isEnough } from '../rules/progress.ts'
import { attemptsOf } from '../store/attempts.ts'
import { findPackage } from '../store/packages.ts'
import type { Package, PackageKey } from '../store/packages.ts'

/** A package for the one who asks: kept where they stand or above, or part of a course they may learn from. */
export async function requireLearnable(
  db: Reader,
  actor: Actor,
  key: PackageKey,
): Promise<Package> {
  const found = await findPackage(db, key)
  if (!found) throw missing('packages.unknown')
  if (covers([found.path], actor.place.path)) return found
  const items = await itemsMadeOf(db, actor, { kind: 'package', madeId: found.id })
  if (items.length === 0) throw missing('packages.unknown')
  return found
}

/** Where it is part of a course: done when every lesson is, and when as much time was spent as the course asks. */
export async function finishCourses(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  key: PackageKey,
): Promise<boolean> {
  const found = await findPackage(tx, key)
  const { memberId } = actor
  if (!found || !memberId) return false
  const attempts = await attemptsOf(tx, key, actor.personId)
  const done = new Set(attempts.filter(({ state }) => isDone(state)).map(({ lesson }) => lesson))
  if (!found.lessons.every(({ identifier }) => done.has(identifier))) return false

  const spent = attempts.reduce((sum, { seconds }) => sum + seconds, 0)
  const scores = attempts.flatMap(({ score }) => (score === null ? [] : [score]))
  const score = scores.length > 0 ? { score: Math.round(Math.min(...scores)) } : {}
  const learner = {
    unitId: actor.unitId,
    memberId,
    path: actor.place.path,
    by: actor.accountId,
    now,
  }
  let isCourseDone = false
  for (const { item, course } of await itemsMadeOf(tx, actor, {
    kind: 'package',
    madeId: found.id,
  })) {
    if (!isEnough(spent, item.seconds, course.watchPercent)) continue
    const ids = { courseId: course.id, itemId: item.id }
    const finished = await finishItem(tx, { ...learner, ...ids, ...score })
    isCourseDone ||= finished.isCourseDone
  }
  return isCourseDone
}
