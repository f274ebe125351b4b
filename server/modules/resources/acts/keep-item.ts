import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireOwn } from '../steps/require.ts'
import { findItem, keepItem as keep } from '../store/resources.ts'

/** One line of the menu, new or reworded. */
export const keepItem = act(
  contract.resources.keepItem,
  async ({ tx, reach }, { itemId, item, ...key }) => {
    const own = await requireOwn(tx, reach, key)
    const before = await findItem(tx, key, itemId)
    const row = { ...key, id: itemId, ...item }
    const kept = await unlessBroken(
      keep(tx, row),
      'resource_items_once',
      conflict('resources.itemTaken', { 名称: item.title }),
    )
    if (!kept) throw missing('resources.itemUnknown')
    return {
      value: { itemId },
      place: { unitId: own.unitId, path: own.path },
      change: { subject: `resource:${own.id}`, before, after: row },
    }
  },
)
