import type { Routes } from '../../kernel/wire.ts'
import { lay } from './acts/lay.ts'
import { remind } from './acts/remind.ts'
import { report } from './acts/report.ts'
import { sendBack } from './acts/return.ts'
import { sign } from './acts/sign.ts'
import { withdraw } from './acts/withdraw.ts'
import { below, items } from './views/below.ts'
import { mine, sheet } from './views/sheet.ts'
import { templates } from './views/templates.ts'

export const routes: Routes['duties'] = {
  sheet,
  below,
  items,
  templates,
  lay,
  withdraw,
  report,
  return: sendBack,
  remind,
  sign,
  mine,
}
