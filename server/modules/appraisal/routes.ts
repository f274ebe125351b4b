import type { Routes } from '../../kernel/wire.ts'
import { close, conclude, excuse } from './acts/conclude.ts'
import { acknowledge, rate, rateSelf, writeSelf } from './acts/rate.ts'
import { joinMeeting, open, renew, vote } from './acts/rounds.ts'
import { add, extend, report, settle } from './acts/shortcomings.ts'
import { confirm, enter, record } from './acts/talks.ts'
import { listAppraisals } from './views/list.ts'
import { myAppraisal } from './views/mine.ts'
import { showAppraisal, showAppraised } from './views/round.ts'
import { listShortcomings, myShortcomings } from './views/shortcomings.ts'
import { myTalks, showMatrix } from './views/talks.ts'

export const routes: Routes['appraisal'] = {
  list: listAppraisals,
  open,
  renew,
  show: showAppraisal,
  person: showAppraised,
  joinMeeting,
  writeSelf,
  excuse,
  vote,
  conclude,
  close,
  mine: myAppraisal,
  rateSelf,
  rate,
  acknowledge,
}

export const heartTalkRoutes: Routes['heartTalks'] = {
  matrix: showMatrix,
  enter,
  mine: myTalks,
  record,
  confirm,
}

export const shortcomingRoutes: Routes['shortcomings'] = {
  list: listShortcomings,
  add,
  mine: myShortcomings,
  report,
  settle,
  extend,
}
