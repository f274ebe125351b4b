import type { Routes } from '../../kernel/wire.ts'
import { exportBoard } from './acts/export.ts'
import { remindMonth } from './acts/remind-month.ts'
import { remind } from './acts/remind.ts'
import { board } from './views/board.ts'
import { derivation, mine } from './views/derivation.ts'
import { onlineMonth } from './views/month.ts'
import { byOrganization, gaps, listRequirements } from './views/groups.ts'

type Own = Pick<
  Routes['requirements'],
  | 'list'
  | 'board'
  | 'organizations'
  | 'gaps'
  | 'derivation'
  | 'mine'
  | 'month'
  | 'remindMonth'
  | 'remind'
  | 'export'
>

export const routes: Own = {
  list: listRequirements,
  board,
  organizations: byOrganization,
  gaps,
  derivation,
  mine,
  month: onlineMonth,
  remindMonth,
  remind,
  export: exportBoard,
}
