import type { Routes } from '../../kernel/wire.ts'
import { change, prepare } from './acts/arrange.ts'
import { enter, enterFor, judge } from './acts/entries.ts'
import { find, resolve, settle } from './acts/findings.ts'
import { give, sendBack } from './acts/returns.ts'
import { close, launch, remind } from './acts/run.ts'
import { board, draft, listCampaigns, listKinds, show } from './views/campaigns.ts'
import { entries, myEntries } from './views/entries.ts'
import { findings } from './views/findings.ts'
import { mine } from './views/mine.ts'
import { figure, listReturns, rollUp, showReturn } from './views/returns.ts'
import { options, owed, people, sessions } from './views/sessions.ts'

export const routes: Routes['campaigns'] = {
  kinds: listKinds,
  draft,
  prepare,
  change,
  launch,
  close,
  list: listCampaigns,
  show,
  board,
  owed,
  sessions,
  people,
  remind,
  options,
  mine,
  returns: listReturns,
  rollUp,
  figure,
  return: showReturn,
  give,
  sendBack,
  findings,
  find,
  resolve,
  settle,
  entries,
  enter,
  enterFor,
  judge,
  myEntries,
}
