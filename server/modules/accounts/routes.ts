import type { Routes } from '../../kernel/wire.ts'
import { beginTotp } from './acts/begin-totp.ts'
import { changePassword } from './acts/change-password.ts'
import { confirmTotp } from './acts/confirm-totp.ts'
import { endSession } from './acts/end-session.ts'
import { redeemCode } from './acts/redeem-code.ts'
import { removeTotp } from './acts/remove-totp.ts'
import { signIn } from './acts/sign-in.ts'
import { signOut } from './acts/sign-out.ts'
import { me } from './views/me.ts'
import { listSessions } from './views/sessions.ts'

export const routes: Routes['accounts'] = {
  signIn,
  redeemCode,
  signOut,
  changePassword,
  me,
  sessions: listSessions,
  endSession,
  beginTotp,
  confirmTotp,
  removeTotp,
}
