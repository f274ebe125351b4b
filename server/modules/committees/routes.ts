import type { Routes } from '../../kernel/wire.ts'
import { appoint } from './acts/appoint.ts'
import { elect } from './acts/elect.ts'
import { endPost } from './acts/end-post.ts'
import { extend } from './acts/extend.ts'

export const routes: Routes['committees'] = { elect, extend, appoint, endPost }
