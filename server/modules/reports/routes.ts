import type { Routes } from '../../kernel/wire.ts'
import { draft } from './acts/draft.ts'
import { edit } from './acts/edit.ts'
import { redraft } from './acts/redraft.ts'
import { sign } from './acts/sign.ts'
import { submit } from './acts/submit.ts'
import { listReports } from './views/list.ts'
import { showReport } from './views/show.ts'

export const routes: Routes['reports'] = {
  list: listReports,
  show: showReport,
  draft,
  redraft,
  edit,
  sign,
  submit,
}
