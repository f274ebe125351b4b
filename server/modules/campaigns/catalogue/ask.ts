import type { Reader } from '../../../kernel/db.ts'
import { beginningOf } from '../rules/topics.ts'
import { findRunning } from './campaigns.ts'

/** What a running campaign asks of a place, and with what planning it begins; nothing where it asks no such thing. */
export async function askOf(db: Reader, path: string, askId: string) {
  const found = await findRunning(db, path)
  const all = found.flatMap(({ campaign }) => campaign.asks)
  const ask = all.find((one) => one.askId === askId)
  return ask ? { ...ask, ...beginningOf(ask.topic) } : undefined
}
