import type { Routes } from '../../kernel/wire.ts'
import { signIn } from './acts/sign-in.ts'

export const routes: Routes['activities'] = { signIn }
