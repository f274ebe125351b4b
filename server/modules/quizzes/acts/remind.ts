import { systemAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Surroundings } from '../../../kernel/caller.ts'
import { sendNotice } from '../../notices/index.ts'
import { dueRetests } from '../store/retests.ts'

type Due = Awaited<ReturnType<typeof dueRetests>>[number]

/** Tells everybody whose second time has come; once, however often the clock strikes. */
export async function remindRetests(surroundings: Surroundings): Promise<number> {
  const due = await dueRetests(surroundings.db, dayOf(surroundings.now()))
  for (const one of due) await remindOne(surroundings, one)
  return due.length
}

const remindOne = systemAct('quizzes.remind', async ({ tx, now }, due: Due) => {
  const { unitId, path, attemptId, quizId, personId, title } = due
  await sendNotice(tx, {
    unitId,
    path,
    key: `retest:${attemptId}`,
    kind: 'quiz',
    from: '平台',
    fromId: attemptId,
    title: `复测：${title}`,
    body: `上次学的内容还记得多少？“${title}”可以复测了，题目重新抽取。`,
    link: '/quizzes',
    personIds: [personId],
    now,
  })
  const change = { subject: `quiz:${quizId}`, after: { reminded: personId } }
  return { value: {}, place: { unitId, path }, change }
})
