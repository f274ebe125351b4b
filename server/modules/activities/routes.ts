import type { Routes } from '../../kernel/wire.ts'
import { addGuest } from './acts/add-guest.ts'
import { addTopic } from './acts/add-topic.ts'
import { attach, detach } from './acts/attach.ts'
import { bringRoll } from './acts/bring-roll.ts'
import { call } from './acts/call.ts'
import { cancel } from './acts/cancel.ts'
import { change } from './acts/change.ts'
import { close } from './acts/close.ts'
import { endRoll, resumeRoll } from './acts/end-roll.ts'
import { holdActivityAt } from './acts/hold-at.ts'
import { leave, withdrawLeave } from './acts/leave.ts'
import { makeUp } from './acts/make-up.ts'
import { markByFile } from './acts/mark-by-file.ts'
import { markRest } from './acts/mark-rest.ts'
import { mark } from './acts/mark.ts'
import { openCode } from './acts/open-code.ts'
import { openBallot } from './acts/motions/open-ballot.ts'
import { propose, revise } from './acts/motions/propose.ts'
import { publish } from './acts/motions/publish.ts'
import { defer, vote } from './acts/motions/vote.ts'
import { plan } from './acts/plan.ts'
import { proveRemote } from './acts/prove-remote.ts'
import { proxy } from './acts/proxy.ts'
import { reopen } from './acts/reopen.ts'
import { signIn } from './acts/sign-in.ts'
import { write } from './acts/write.ts'
import { listBases } from './views/bases.ts'
import { draftPlan } from './views/draft.ts'
import { findGuests } from './views/guests.ts'
import { listMine, showInvitation } from './views/mine.ts'
import { showActivity } from './views/show.ts'
import { showWall } from './views/wall.ts'

export const routes: Routes['activities'] = {
  draft: draftPlan,
  plan,
  show: showActivity,
  change,
  addTopic,
  call,
  cancel,
  mark,
  bringRoll,
  markRest,
  markByFile,
  proveRemote,
  proxy,
  findGuests,
  addGuest,
  leave,
  withdrawLeave,
  makeUp,
  endRoll,
  resumeRoll,
  write,
  attach,
  detach,
  holdAt: holdActivityAt,
  bases: listBases,
  close,
  reopen,
  wall: showWall,
  openCode,
  signIn,
  mine: listMine,
  invitation: showInvitation,
}

export const motionRoutes: Routes['motions'] = {
  propose,
  revise,
  vote,
  openBallot,
  defer,
  publish,
}
