import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { requireStep, takeStep, tellOrderer } from '../steps/take.ts'

/** Somebody else may have the time. */
export const withdraw = act(contract.resources.withdraw, async (scene, { reason, ...form }) => {
  const taken = await requireStep(scene, form, 'withdraw')
  return takeStep(scene, taken, { state: 'withdrawn', reason })
})

export const unblock = act(contract.resources.unblock, async (scene, form) => {
  const taken = await requireStep(scene, form, 'unblock')
  return takeStep(scene, taken, { state: 'withdrawn' })
})

/** Nobody came; those who ordered are told that it was noted. */
export const noShow = act(contract.resources.noShow, async (scene, form) => {
  const taken = await requireStep(scene, form, 'noShow')
  await tellOrderer(scene, taken, { title: '预订未到场', body: '没有到场，已作记录。' })
  return takeStep(scene, taken, { state: 'noShow' })
})
