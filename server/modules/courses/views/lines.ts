import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { filesById } from '../../files/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { freshnessOf } from '../rules/library.ts'
import { findDoneItems } from '../store/learning.ts'
import { itemsOf } from '../store/library.ts'
import type { Item, OwnedCourse } from '../store/library.ts'
import { findDocuments, honoursOf } from '../store/standing.ts'

/** Courses as every list shows them, with what they are made of. */
export async function linesOf<Row extends OwnedCourse>(db: Reader, rows: readonly Row[]) {
  const ids = rows.map(({ course }) => course.id)
  const itemsBy = Map.groupBy(await itemsOf(db, ids), ({ courseId }) => courseId)
  const honours = await honoursOf(db, ids)
  return rows.map((row) => {
    const items = itemsBy.get(row.course.id) ?? []
    const won = (honours.get(row.course.id) ?? []).map(({ honour }) => honour)
    return { row, items, line: { ...lineOf(row, items), honours: won } }
  })
}

function lineOf({ course, organizationName }: OwnedCourse, items: readonly Item[]) {
  const { id: courseId, title, summary, genre, category, scope, authorName } = course
  const { creditMinutes, caseStudy } = course
  return {
    courseId,
    title,
    summary,
    genre,
    category,
    scope,
    organizationName,
    authorName,
    creditMinutes,
    tags: [...course.tags],
    caseStudy: caseStudy ? { ...caseStudy, questions: [...caseStudy.questions] } : null,
    items: items.length,
    seconds: items.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

type Whose = { readonly unitId: string; readonly memberId: string }

/** How many items of each course somebody has done. */
export async function doneOf(
  db: Reader,
  whose: Whose,
  lines: readonly { readonly row: OwnedCourse; readonly items: readonly Item[] }[],
) {
  const ids = lines.map(({ row }) => row.course.id)
  const done = await findDoneItems(db, whose, ids)
  return new Map(
    lines.map(({ row, items }) => [row.course.id, items.filter(({ id }) => done.has(id)).length]),
  )
}

/** What a course is made of, with the names of its files. */
export async function contentsOf(db: Reader, items: readonly Item[]) {
  const ids = items.flatMap(({ fileId, captionsId }) => [fileId, captionsId])
  const files = await filesById(
    db,
    ids.filter((id) => id !== null),
  )
  const fileOf = (id: string | null) => (id === null ? null : (files.get(id) ?? null))
  return items.map((item) => ({
    itemId: item.id,
    kind: item.kind,
    title: item.title,
    seconds: item.seconds,
    body: item.body,
    file: fileOf(item.fileId),
    captions: fileOf(item.captionsId),
    made: madeOf(item),
    // The way into a live session is given by entering it.
    link: '',
    startsAt: item.startsAt?.toISOString() ?? null,
    endsAt: item.startsAt
      ? new Date(item.startsAt.getTime() + item.seconds * 1000).toISOString()
      : null,
  }))
}

/** What its kind wrote down when it was put into the course. */
function madeOf({ facts }: Item) {
  if (typeof facts !== 'object' || facts === null) return null
  if (!('madeUnitId' in facts && 'madeId' in facts)) return null
  return { unitId: String(facts.madeUnitId), id: String(facts.madeId) }
}

/** Whether what released courses say of policy still holds; all others are not asked. */
export async function freshnessBelow(db: Reader, now: Date, path: string) {
  const today = dayOf(now)
  const documents = await findDocuments(db, path)
  const { value: months } = await ruleAt(db, 'course.fresh.months', { path, day: today })
  return ({ course }: OwnedCourse) => {
    if (course.genre !== 'policy' || course.state !== 'published') return null
    const related = documents.filter(({ category }) => category === course.category)
    const found = freshnessOf({ checkedOn: course.checkedOn, today, months }, related)
    const newer = found.newer.map(({ title, issuedOn }) => ({ title, issuedOn }))
    return { ...found, newer }
  }
}
