/**
 * Reading: books and documents read chapter by chapter, asked of everybody at and below an organization. Who composes
 * something larger hands its reading list in here, and tells people itself.
 */
import type { Db } from '../../kernel/db.ts'
import { keepTask } from './store.ts'

type Asked = {
  readonly taskId: string
  readonly organizationId: string
  readonly title: string
  readonly chapters: readonly string[]
  readonly dueOn: string
  readonly by: string
  readonly now: Date
}

/** Asked once, however often it is said. */
export async function askToRead(tx: Db, asked: Asked): Promise<void> {
  const { taskId, organizationId, title, chapters, dueOn, by, now } = asked
  await keepTask(tx, {
    id: taskId,
    organizationId,
    title,
    chapters: chapters.map((chapter) => ({ title: chapter, dueOn: null })),
    dueOn,
    createdBy: by,
    at: now,
  })
}
