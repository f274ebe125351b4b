import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireStep, takeStep } from '../steps/take.ts'

/** Yes, we come, and so many. */
export const confirm = act(contract.resources.confirm, async (scene, { persons, ...form }) => {
  const taken = await requireStep(scene, form, 'confirm')
  const { seats, resourceName } = taken
  if (seats !== null && persons > seats)
    throw conflict('resources.seats', { 名称: resourceName, 上限: seats, 人数: persons })
  return takeStep(scene, taken, { state: 'confirmed', persons })
})
