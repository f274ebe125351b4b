import type { Routes } from '../../kernel/wire.ts'
import { issue } from './acts/issue.ts'
import { revoke } from './acts/revoke.ts'
import { verify } from './acts/verify.ts'
import { listCertificates, listChecks, listMyCertificates } from './views/list.ts'

export const routes: Routes['certificates'] = {
  list: listCertificates,
  issue,
  revoke,
  checks: listChecks,
  mine: listMyCertificates,
  verify,
}
