import type { Routes } from '../../kernel/wire.ts'
import { record } from './acts/record.ts'
import { assign, found, keepEquipment } from './acts/sites.ts'
import { endStaff, keepStaff } from './acts/staff.ts'
import { listMine, listSites, showMonth, showSite } from './views/list.ts'
import { listStaff } from './views/staff.ts'
import { listRecords, showCoverage, showStatistics } from './views/statistics.ts'

export const routes: Routes['sites'] = {
  list: listSites,
  show: showSite,
  found,
  assign,
  keepEquipment,
  month: showMonth,
  record,
  mine: listMine,
  records: listRecords,
  statistics: showStatistics,
  coverage: showCoverage,
  staff: listStaff,
  keepStaff,
  endStaff,
}
