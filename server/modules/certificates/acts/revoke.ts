import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { changeCertificate, lockCertificate } from '../store/certificates.ts'

/** It stays, and says to everybody who looks that it was revoked and why; another may be issued then. */
export const revoke = act(
  contract.certificates.revoke,
  async ({ tx, now, actor, reach }, { reason, ...key }) => {
    const found = await lockCertificate(tx, reach, key)
    if (!found) throw missing('certificates.unknown')
    const { name, number, revokedAt, revokeReason, path } = found
    if (revokedAt)
      throw conflict('certificates.revoked', {
        姓名: name,
        日期: dayOf(revokedAt),
        原因: revokeReason,
      })
    const set = { revokedAt: now, revokedBy: actor.accountId, revokeReason: reason }
    await changeCertificate(tx, found, set)
    return {
      value: {},
      place: { unitId: key.unitId, path },
      change: { subject: `certificate:${found.id}`, before: { number, name }, after: { reason } },
    }
  },
)
