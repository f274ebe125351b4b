import type { Routes } from '../../kernel/wire.ts'
import { showCockpit } from './views/show.ts'

export const routes: Routes['cockpit'] = { show: showCockpit }
