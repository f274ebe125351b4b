import type { Routes } from '../../kernel/wire.ts'
import { accept } from './acts/accept.ts'
import { propose } from './views/propose.ts'

export const routes: Routes['schedules'] = { propose, accept }
