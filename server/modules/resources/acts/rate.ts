import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { requireStep, takeStep } from '../steps/take.ts'

/** What those who came say of it, once. */
export const rate = act(contract.resources.rate, async (scene, { score, comment, ...form }) => {
  const taken = await requireStep(scene, form, 'rate')
  return takeStep(scene, taken, { state: 'rated', score, comment, ratedAt: scene.now })
})
