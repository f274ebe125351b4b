import type { Routes } from '../../kernel/wire.ts'
import { appoint } from './acts/appoint.ts'
import { revoke } from './acts/revoke.ts'
import { invite } from './acts/invite.ts'
import { renewCode } from './acts/renew-code.ts'
import { create } from './acts/create.ts'
import { disable } from './acts/disable.ts'
import { enable } from './acts/enable.ts'
import { unlock } from './acts/unlock.ts'
import { resetTotp } from './acts/reset-totp.ts'
import { found } from './acts/found.ts'
import { listAccounts } from './views/list.ts'
import { showAccount } from './views/show.ts'
import { showMatrix } from './views/matrix.ts'
import { beginTotp } from './acts/begin-totp.ts'
import { changePassword } from './acts/change-password.ts'
import { confirmTotp } from './acts/confirm-totp.ts'
import { endSession } from './acts/end-session.ts'
import { redeemCode } from './acts/redeem-code.ts'
import { removeTotp } from './acts/remove-totp.ts'
import { signIn } from './acts/sign-in.ts'
import { signOut } from './acts/sign-out.ts'
import { me } from './views/me.ts'
import { offlineKey } from './acts/offline-key.ts'
import { listSessions } from './views/sessions.ts'

export const routes: Routes['accounts'] = {
  signIn,
  redeemCode,
  signOut,
  changePassword,
  me,
  offlineKey,
  sessions: listSessions,
  endSession,
  beginTotp,
  confirmTotp,
  removeTotp,
  list: listAccounts,
  show: showAccount,
  matrix: showMatrix,
  appoint,
  revoke,
  invite,
  renewCode,
  create,
  disable,
  enable,
  unlock,
  resetTotp,
  found,
}
