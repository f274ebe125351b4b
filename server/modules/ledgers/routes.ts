import type { Routes } from '../../kernel/wire.ts'
import { post } from './acts/post.ts'
import { reverse } from './acts/reverse.ts'
import { mine, of } from './views.ts'

export const routes: Routes['ledgers'] = { mine, of, post, reverse }
