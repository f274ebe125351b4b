import type { Routes } from '../../kernel/wire.ts'
import { appoint } from './acts/appoint.ts'
import { ask } from './acts/ask.ts'
import { decide } from './acts/decide.ts'
import { invite } from './acts/invite.ts'
import { move } from './acts/move.ts'
import { post } from './acts/post.ts'
import { observe, record, tell } from './acts/record.ts'
import { register } from './acts/register.ts'
import { setQuota } from './acts/set-quota.ts'
import { showBoard } from './views/board.ts'
import { showMine } from './views/mine.ts'
import { showNotice } from './views/notice.ts'
import { showPool, showQuotas } from './views/plan.ts'
import { showApplicant } from './views/show.ts'

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
}
