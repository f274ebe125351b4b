import { and, asc, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { applicantTasks, reviewSubjects } from '../table.ts'
import type { Key } from './applicants.ts'

type Task = typeof applicantTasks.$inferSelect

const ofTasks = ({ unitId, applicantId }: Key) =>
  and(eq(applicantTasks.unitId, unitId), eq(applicantTasks.applicantId, applicantId))

/** Whether they were kept: the same form sent twice is once. */
export async function keepTasks(
  tx: Db,
  rows: readonly (typeof applicantTasks.$inferInsert)[],
): Promise<boolean> {
  const kept = await tx
    .insert(applicantTasks)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ id: applicantTasks.id })
  return kept.length > 0
}

export async function findTasks(db: Reader, key: Key): Promise<Task[]> {
  return db
    .select()
    .from(applicantTasks)
    .where(ofTasks(key))
    .orderBy(asc(applicantTasks.dueOn), asc(applicantTasks.at), asc(applicantTasks.sequence))
}

/** Whether it was open until now. */
export async function finishTask(
  tx: Db,
  { unitId, id }: Pick<Task, 'unitId' | 'id'>,
  done: Pick<Task, 'doneOn' | 'result' | 'doneByName'>,
): Promise<void> {
  await tx
    .update(applicantTasks)
    .set(done)
    .where(and(eq(applicantTasks.unitId, unitId), eq(applicantTasks.id, id)))
}

/** What was taken on and asked goes along with the file to another unit, where it is written down anew. */
export async function copyTasks(tx: Db, from: Key, to: Key): Promise<void> {
  const tasks = await findTasks(tx, from)
  const subjects = await findSubjects(tx, from)
  const anew = () => ({ ...to, id: newId(), formId: newId() })
  if (tasks.length > 0)
    await tx.insert(applicantTasks).values(tasks.map((row) => ({ ...row, ...anew() })))
  if (subjects.length > 0)
    await tx.insert(reviewSubjects).values(subjects.map((row) => ({ ...row, ...anew() })))
}

type Subject = typeof reviewSubjects.$inferSelect

const ofSubjects = ({ unitId, applicantId }: Key) =>
  and(eq(reviewSubjects.unitId, unitId), eq(reviewSubjects.applicantId, applicantId))

export async function keepSubject(
  tx: Db,
  row: typeof reviewSubjects.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(reviewSubjects)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: reviewSubjects.id })
  return kept.length > 0
}

export async function findSubjects(db: Reader, key: Key): Promise<Subject[]> {
  return db
    .select()
    .from(reviewSubjects)
    .where(ofSubjects(key))
    .orderBy(asc(reviewSubjects.at), asc(reviewSubjects.id))
}

export async function answerSubject(
  tx: Db,
  { unitId, id }: Pick<Subject, 'unitId' | 'id'>,
  reply: Pick<Subject, 'repliedOn' | 'finding' | 'replySealed'>,
): Promise<void> {
  await tx
    .update(reviewSubjects)
    .set(reply)
    .where(and(eq(reviewSubjects.unitId, unitId), eq(reviewSubjects.id, id)))
}
