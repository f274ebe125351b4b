import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'

/**
 * What a device keeps for somebody without a network is sealed with this key. It is computed, never stored: the device
 * forgets it when its owner leaves, and has it again when the same person signs in there.
 */
export const offlineKey = ownAct(
  contract.accounts.offlineKey,
  async ({ vault, actor }, { deviceId }) => {
    const { accountId, place } = actor
    const key = vault.deviceKey(`offline:${accountId}:${deviceId}`)
    return { value: { accountId, key }, place, change: 'none' }
  },
)
