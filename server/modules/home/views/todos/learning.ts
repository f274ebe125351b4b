import type { Day } from '../../../../kernel/calendar.ts'
import type { Actor } from '../../../../kernel/caller.ts'
import type { Reader } from '../../../../kernel/db.ts'
import { findDue } from '../../../courses/views/mine.ts'
import { findMine as findTasks } from '../../../reading/views/tasks.ts'
import { findMine as findSurveys } from '../../../surveys/views/mine.ts'
import type { Todo } from '../../rules/todo.ts'

/** What somebody was asked to learn, to read and to answer, and has not yet; what they chose themselves is no duty. */
export async function learningAsked(db: Reader, actor: Actor, today: Day): Promise<Todo[]> {
  return [
    ...(await coursesAsked(db, actor, today)),
    ...(await readingAsked(db, actor, today)),
    ...(await surveysAsked(db, actor, today)),
  ]
}

async function coursesAsked(db: Reader, actor: Actor, today: Day): Promise<Todo[]> {
  const courses = await findDue(db, actor, today)
  return courses.flatMap(({ courseId, title, dueOn, from }) => {
    if (dueOn === null) return []
    return {
      key: `course:${courseId}`,
      what: `学完《${title}》`,
      why: `${from}点的课，还没有学完`,
      clause: '点课',
      deadline: dueOn,
      action: '接着学',
      to: `/learn/${courseId}`,
    }
  })
}

async function readingAsked(db: Reader, actor: Actor, today: Day): Promise<Todo[]> {
  const tasks = await findTasks(db, actor, today)
  return tasks.flatMap(({ taskId, title, from, isOwn, dueOn, chapters, done }) => {
    const left = chapters.length - done.length
    if (isOwn || left <= 0) return []
    return {
      key: `reading:${taskId}`,
      what: `读完《${title}》`,
      why: `${from}布置的阅读，还有 ${left} 章没有打卡`,
      clause: '阅读任务',
      deadline: dueOn,
      action: '去读书',
      to: '/reading',
    }
  })
}

async function surveysAsked(db: Reader, { memberId }: Actor, today: Day): Promise<Todo[]> {
  const surveys = await findSurveys(db, memberId, today)
  return surveys.flatMap(({ head }) => {
    const { unitId, surveyId, title, organizationName, isAnonymous, state, from, until } = head
    if (state !== 'open' || from > today || head.isAnswered) return []
    return {
      key: `survey:${surveyId}`,
      what: `填写“${title}”`,
      why: `${organizationName}请您填写${isAnonymous ? '，匿名，没有人知道是谁填的' : ''}`,
      clause: '问卷调查',
      deadline: until,
      action: '去填写',
      to: `/surveys/${unitId}/${surveyId}`,
    }
  })
}
