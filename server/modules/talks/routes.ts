import type { Routes } from '../../kernel/wire.ts'
import { cancel } from './acts/cancel.ts'
import { followUp } from './acts/follow-up.ts'
import { open } from './acts/open.ts'
import { record } from './acts/record.ts'
import { listTalks, mine, showTalk } from './views/talks.ts'
import { reasons, watchlist } from './views/watchlist.ts'

export const routes: Routes['talks'] = {
  watchlist,
  reasons,
  list: listTalks,
  show: showTalk,
  open,
  record,
  followUp,
  cancel,
  mine,
}
