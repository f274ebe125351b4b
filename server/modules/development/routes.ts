import type { Routes } from '../../kernel/wire.ts'
import { appoint } from './acts/appoint.ts'
import { ask, askAll } from './acts/ask.ts'
import { attend } from './acts/attend.ts'
import { correct } from './acts/correct.ts'
import { decide } from './acts/decide.ts'
import { invite } from './acts/invite.ts'
import { move } from './acts/move.ts'
import { finish, plan } from './acts/plan.ts'
import { post } from './acts/post.ts'
import { recommend, select } from './acts/recommend.ts'
import { remind } from './acts/remind.ts'
import { reviewPool } from './acts/review-pool.ts'
import { setPractice } from './acts/set-practice.ts'
import { addSubject, answerSubject } from './acts/subjects.ts'
import { takeTraining } from './acts/train.ts'
import { observe, record, tell } from './acts/record.ts'
import { register } from './acts/register.ts'
import { setQuota } from './acts/set-quota.ts'
import { showBoard } from './views/board.ts'
import { showEvents, showMeetings } from './views/events.ts'
import { showMine } from './views/mine.ts'
import { showNotice } from './views/notice.ts'
import { showPool, showQuotas } from './views/plan.ts'
import { showPond, showPractice, showReviews } from './views/pond.ts'
import { showComparison } from './views/compare.ts'
import { showReserve } from './views/reserve.ts'
import { showApplicant } from './views/show.ts'
import { showJoint, showSubjects } from './views/subjects.ts'
import { showTrainings } from './views/trainings.ts'

export const routes: Routes['development'] = {
  board: showBoard,
  show: showApplicant,
  register,
  decide,
  appoint,
  record,
  observe,
  tell,
  post,
  notice: showNotice,
  ask,
  move,
  invite,
  quotas: showQuotas,
  setQuota,
  pool: showPool,
  mine: showMine,
  correct,
  recommend,
  select,
  plan,
  finish,
  trainings: showTrainings,
  takeTraining,
  events: showEvents,
  attend,
  meetings: showMeetings,
  addSubject,
  answerSubject,
  subjects: showSubjects,
  joint: showJoint,
  askAll,
  reserve: showReserve,
  compare: showComparison,
  reviews: showReviews,
  pond: showPond,
  review: reviewPool,
  remind,
  practice: showPractice,
  setPractice,
}
