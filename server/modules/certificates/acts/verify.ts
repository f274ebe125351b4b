import { contract } from '@zhixing/contract'
import { openAct } from '../../../kernel/act.ts'
import { countCall } from '../../../kernel/call-counts.ts'
import { busy } from '../../../kernel/problem.ts'
import { nobody } from '../../../kernel/trace.ts'
import { certifiedOf } from '../rules/certified.ts'
import { isCode, masked } from '../rules/masked.ts'
import { findByCode, keepCheck } from '../store/certificates.ts'

/** A hall of graduates may be looked up from one address; whoever tries out codes is slower than their number. */
const questionsMax = 60

/** Whoever holds the paper may look; that they looked is kept, who they were is not. */
export const verify = openAct(
  contract.certificates.verify,
  async ({ tx, now, vault, visit }, { code }) => {
    const key = `certificates:${vault.index(visit.address)}`
    const { count, secondsLeft } = await countCall(tx, { key, seconds: 60, now })
    if (count > questionsMax) throw busy('certificates.tooMany', { 秒: secondsLeft })

    const found = isCode(code) ? await findByCode(tx, code) : undefined
    if (!found) {
      const value = { state: 'unknown' as const, certified: null }
      return { value, place: { unitId: nobody, path: '/' }, change: 'none' }
    }
    const { unitId, id: certificateId, path } = found
    const wasRevoked = found.revokedAt !== null
    const address = masked(visit.address)
    await keepCheck(tx, { unitId, certificateId, at: now, address, wasRevoked })
    const state = wasRevoked ? ('revoked' as const) : ('valid' as const)
    const value = { state, certified: certifiedOf(found) }
    return { value, place: { unitId, path }, change: 'none' }
  },
)
