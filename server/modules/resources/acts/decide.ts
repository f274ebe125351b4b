import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { requireStep, takeStep, tellOrderer } from '../steps/take.ts'

/** The owner's yes or no; a no gives the time back at once. */
export const decide = act(
  contract.resources.decide,
  async (scene, { outcome, reason, ...form }) => {
    const taken = await requireStep(scene, form, 'approve')
    const isYes = outcome === 'approve'
    const { purpose } = taken.booking
    // A class or a meeting that asked for it has nothing left to confirm.
    const state = purpose === 'order' ? ('approved' as const) : ('confirmed' as const)
    await tellOrderer(scene, taken, {
      title: isYes ? '点单已同意' : '点单没有同意',
      body: isYes ? '已同意，请确认前往和人数。' : `没有同意：${reason}`,
    })
    return takeStep(scene, taken, isYes ? { state } : { state: 'refused', reason })
  },
)
