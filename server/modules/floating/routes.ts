import type { Routes } from '../../kernel/wire.ts'
import { answer, release } from './acts/answer.ts'
import { assign } from './acts/assign.ts'
import { contact } from './acts/contact.ts'
import { end } from './acts/end.ts'
import { find, look, lose } from './acts/lose.ts'
import { register } from './acts/register.ts'
import { reportFor, reportIn } from './acts/report-in.ts'
import { update } from './acts/update.ts'
import { listIncoming } from './views/check-ins.ts'
import { listFloating } from './views/list.ts'
import { listLost, showSearch } from './views/losses.ts'
import { findHosts, myStay } from './views/mine.ts'
import { showFloating } from './views/show.ts'

export const routes: Routes['floating'] = {
  list: listFloating,
  show: showFloating,
  register,
  end,
  assign,
  contact,
  mine: myStay,
  update,
  hosts: findHosts,
  reportIn,
  reportFor,
  incoming: listIncoming,
  answer,
  release,
  lost: listLost,
  search: showSearch,
  lose,
  look,
  find,
}
