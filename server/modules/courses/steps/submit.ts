import type { OwnScene } from '../../../kernel/act.ts'
import type { Reader } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Place } from '../../../kernel/reach.ts'
import { startCase } from '../../procedures/index.ts'
import { film, review, sharing } from '../kinds/review.ts'
import { refuseCredit } from '../rules/library.ts'
import { changeCourse, itemsOf } from '../store/library.ts'
import type { Course } from '../store/library.ts'

/** Puts a course forward, by the way that its genre and scope ask for; says in which state it is now. */
export async function putForward(
  { tx, now, actor }: Pick<OwnScene, 'tx' | 'now' | 'actor'>,
  course: Course,
  { unitId, path }: Place,
): Promise<'producing' | 'inReview'> {
  const isFilm = course.genre === 'film'
  if (!isFilm) await requireWhole(tx, course)
  const looked = course.scope === 'all' ? sharing : review
  const procedure = isFilm ? film : looked
  await startCase(tx, procedure, {
    unitId,
    path,
    organizationId: course.organizationId,
    subject: `course:${course.id}`,
    title: course.title,
    by: actor,
    now,
  })
  const state = isFilm ? 'producing' : 'inReview'
  await changeCourse(tx, course.id, { state, submittedBy: actor.accountId, reason: '' })
  return state
}

/** Something to learn, and worth no more than it lasts. */
export async function requireWhole(db: Reader, course: Course): Promise<void> {
  const { id, creditMinutes, genre } = course
  const items = await itemsOf(db, [id])
  if (items.length === 0) throw conflict(genre === 'film' ? 'courses.filmEmpty' : 'courses.empty')
  const lengths = items.map(({ seconds }) => seconds)
  const excess = refuseCredit(creditMinutes, lengths)
  if (!excess) return
  const words = { 学时: excess.creditMinutes, 长度: excess.lengthMinutes }
  throw conflict('courses.tooMuchCredit', words)
}
