import type { Reader } from '../../../kernel/db.ts'
import { itemInForce } from '../../plans/index.ts'
import type { Class } from '../store/classes.ts'

/** The head of the curriculum that the plan's item teaches, for lessons that do not say what they teach themselves. */
export async function headingOf(db: Reader, { planItemId, path }: Class) {
  if (planItemId === null) return null
  return (await itemInForce(db, { itemId: planItemId, path }))?.item.heading ?? null
}
