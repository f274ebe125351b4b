import type { Routes } from '../../kernel/wire.ts'
import { listMetrics, showRows, showValues } from './views.ts'

export const routes: Routes['metrics'] = {
  list: listMetrics,
  values: showValues,
  rows: showRows,
}
