import type { Routes } from '../../kernel/wire.ts'
import { decide, revise, submit } from './acts/approve.ts'
import { close } from './acts/close.ts'
import { draft } from './acts/draft.ts'
import { cancelItem, saveItem } from './acts/items.ts'
import { keep } from './acts/keep-policy.ts'
import { pasteQuotas, setQuotas } from './acts/quotas.ts'
import { save } from './acts/save.ts'
import { calendar } from './views/calendar.ts'
import { curriculum } from './views/curriculum.ts'
import { list } from './views/list.ts'
import { mine, options } from './views/mine.ts'
import { overlaps } from './views/overlaps.ts'
import { listPolicies } from './views/policies.ts'
import { quotas, trained } from './views/quotas.ts'
import { sessions, show } from './views/show.ts'

export const routes: Routes['plans'] = {
  list,
  show,
  quotas,
  trained,
  sessions,
  calendar,
  overlaps,
  curriculum,
  options,
  mine,
  draft,
  save,
  saveItem,
  cancelItem,
  setQuotas,
  pasteQuotas,
  submit,
  decide,
  revise,
  close,
}

export const policyRoutes: Routes['policies'] = { list: listPolicies, keep }
