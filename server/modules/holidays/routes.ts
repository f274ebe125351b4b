import type { Routes } from '../../kernel/wire.ts'
import { keep } from './acts/keep.ts'
import { listHolidays, readHolidays } from './views/list.ts'

export const routes: Routes['holidays'] = { list: listHolidays, read: readHolidays, keep }
