import type { Answers } from '@zhixing/contract'
import { surveyTemplates } from '@zhixing/contract/survey-templates.ts'
import type { AppraisalGrade } from '@zhixing/contract/appraisal-words.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { rate, rateSelf } from '../modules/appraisal/acts/rate.ts'
import { myAppraisal } from '../modules/appraisal/views/mine.ts'
import { showAppraisal } from '../modules/appraisal/views/round.ts'
import { posts } from '../modules/members/table.ts'
import type { Organization, Person } from './world.ts'

type Key = { readonly unitId: string; readonly appraisalId: string }
type Post = (typeof posts.$inferInsert)['post']

/** The same person on another day. */
export function at(person: Person, day: string, clock = '10:00'): Person {
  return { ...person, now: () => new Date(`${day}T${clock}:00+08:00`) }
}

/** Elected to a seat on the committee of a branch. */
export async function elect(db: Db, branch: Organization, person: Person, post: Post) {
  const { unitId, id: organizationId } = branch
  const memberId = person.actor.personId
  await db
    .insert(posts)
    .values({ unitId, organizationId, memberId, post, from: '2025-01-10', byId: newId() })
}

/** Everything good under the four headings, or something lacking under one. */
export function answersOf(lacking?: 'politics' | 'discipline' | 'virtue' | 'service'): Answers {
  const answers: Answers = {}
  for (const { id, kind, options } of surveyTemplates.selfCheck.questions) {
    const [good, gap] = options
    if (kind === 'single' && good && gap) answers[id] = id === lacking ? gap.id : good.id
  }
  if (lacking) answers[`${lacking}-gap`] = '主动服务不够，每月至少入户一次'
  return answers
}

/** Rates themself and everybody they are asked to rate. */
export async function rateAll(person: Person, key: Key, grade: AppraisalGrade = 'qualified') {
  const { rounds } = await myAppraisal(person, {})
  const round = rounds.find(({ appraisalId }) => appraisalId === key.appraisalId)
  if (!round) throw new Error('the round does not ask this person')
  const own = round.role === 'graded' ? grade : null
  await rateSelf(person, { ...key, answers: answersOf(), grade: own, summary: '按时参加组织生活' })
  for (const { memberId, isGraded } of round.others)
    // oxlint-disable-next-line no-await-in-loop
    await rate(person, {
      ...key,
      memberId,
      grade: isGraded ? 'qualified' : null,
      comment: '学习抓得紧，联系群众还不够',
    })
}

/** What the button of a form sends along. */
export async function turn(secretary: Person, key: Key) {
  const { version } = await showAppraisal(secretary, key)
  return { ...key, version }
}
