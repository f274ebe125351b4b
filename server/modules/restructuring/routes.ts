import type { Routes } from '../../kernel/wire.ts'
import { dissolve } from './acts/dissolve.ts'
import { merge } from './acts/merge.ts'
import { split } from './acts/split.ts'

export const routes: Routes['restructuring'] = { merge, split, dissolve }
