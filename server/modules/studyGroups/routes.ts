import type { Routes } from '../../kernel/wire.ts'
import { issueBulletin } from './acts/bulletin.ts'
import { establish, setSeats } from './acts/groups.ts'
import { observe, withdrawObserver } from './acts/observe.ts'
import { addObserver, assignObservers, removeObserver } from './acts/observers.ts'
import { file, receive, savePlan } from './acts/plan.ts'
import { attach, report } from './acts/report.ts'
import { cancelSession, changeSession, planSession } from './acts/sessions.ts'
import { draftBulletin, listBulletins } from './views/bulletins.ts'
import { candidates, listGroups, showGroup } from './views/groups.ts'
import { myGroups } from './views/mine.ts'
import {
  listObservations,
  listObservers,
  myObservations,
  proposeObservers,
} from './views/observers.ts'
import { listSessions, showSession } from './views/sessions.ts'

export const routes: Routes['studyGroups'] = {
  list: listGroups,
  show: showGroup,
  candidates,
  establish,
  setSeats,
  savePlan,
  planSession,
  changeSession,
  cancelSession,
  sessions: listSessions,
  session: showSession,
  report,
  attach,
  file,
  receive,
  bulletins: listBulletins,
  draftBulletin,
  issueBulletin,
  mine: myGroups,
  observers: listObservers,
  addObserver,
  removeObserver,
  proposeObservers,
  assignObservers,
  withdrawObserver,
  observations: listObservations,
  observe,
  myObservations,
}
