import type { Routes } from '../../kernel/wire.ts'
import { changePassword } from './acts/change-password.ts'
import { redeemCode } from './acts/redeem-code.ts'
import { signIn } from './acts/sign-in.ts'
import { signOut } from './acts/sign-out.ts'
import { me } from './views.ts'

export const routes: Routes['accounts'] = { signIn, redeemCode, signOut, changePassword, me }
