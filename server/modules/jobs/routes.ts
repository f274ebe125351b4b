import type { Routes } from '../../kernel/wire.ts'
import { cancel } from './acts/cancel.ts'
import { listJobs, showJob } from './views.ts'

export const routes: Routes['jobs'] = { show: showJob, list: listJobs, cancel }
