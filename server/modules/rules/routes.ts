import type { Routes } from '../../kernel/wire.ts'
import { correct, tighten } from './acts/set.ts'
import { withdraw } from './acts/withdraw.ts'
import { listRules, previewRule, showRule } from './views.ts'

export const routes: Routes['rules'] = {
  list: listRules,
  show: showRule,
  preview: previewRule,
  tighten,
  correct,
  withdraw,
}
