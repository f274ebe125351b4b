import type { Routes } from '../../kernel/wire.ts'
import { post } from './acts/post.ts'
import { reverse } from './acts/reverse.ts'
import { retry } from './acts/retry.ts'
import { mine, of, waiting } from './views.ts'

export const routes: Routes['ledgers'] = { mine, of, waiting, post, retry, reverse }
