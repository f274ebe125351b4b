import type { Routes } from '../../kernel/wire.ts'
import { decide } from './acts/decide.ts'
import { register } from './acts/register.ts'
import { ask, start } from './acts/start.ts'
import { withdraw } from './acts/withdraw.ts'
import { listTransfers } from './views/list.ts'
import { myTransfers } from './views/mine.ts'
import { showPast } from './views/past.ts'
import { showTransfer } from './views/show.ts'

export const routes: Routes['transfers'] = {
  list: listTransfers,
  show: showTransfer,
  start,
  ask,
  register,
  decide,
  withdraw,
  mine: myTransfers,
  past: showPast,
}
