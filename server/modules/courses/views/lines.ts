import type { Reader } from '../../../kernel/db.ts'
import { filesById } from '../../files/index.ts'
import type { Item, OwnedCourse } from '../store/library.ts'

/** A course as every list shows it. */
export function lineOf({ course, organizationName }: OwnedCourse, items: readonly Item[]) {
  const { id: courseId, title, summary, genre, category, tags, scope } = course
  return {
    courseId,
    title,
    summary,
    genre,
    category,
    scope,
    organizationName,
    tags: [...tags],
    authorName: course.authorName,
    creditMinutes: course.creditMinutes,
    items: items.length,
    seconds: items.reduce((sum, { seconds }) => sum + seconds, 0),
  }
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
    // The way into a live session is given by entering it.
    link: '',
    startsAt: item.startsAt?.toISOString() ?? null,
    endsAt: item.startsAt
      ? new Date(item.startsAt.getTime() + item.seconds * 1000).toISOString()
      : null,
  }))
}
