import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { requireStep, takeStep } from '../steps/take.ts'

/** They are here; said by those who came or by those who receive them. */
export const checkIn = act(contract.resources.checkIn, async (scene, form) => {
  const taken = await requireStep(scene, form, 'checkIn')
  return takeStep(scene, taken, { state: 'checkedIn', checkedInAt: scene.now })
})
