import { command } from '../api.ts'
import type { Outcome, Waiting } from '../offline/waiting.ts'
import type { RollWords } from './kept.ts'

const monthMs = 31 * 86_400_000

/** Says how long ago each word was said: a phone's clock may be set wrong, its pace is right. */
export async function sendRoll({
  words,
}: Waiting<RollWords>): Promise<Outcome<RollWords> | 'done'> {
  const { unitId, activityId, marks } = words
  const now = Date.now()
  const { rows } = await command('activities.bringRoll', {
    unitId,
    activityId,
    marks: Object.entries(marks).map(([memberId, { mark, at }]) => {
      return { memberId, mark, agoMs: Math.min(monthMs, Math.max(0, now - at)) }
    }),
  })
  const told = rows.filter(({ outcome }) => outcome === 'overtaken' || outcome === 'refused')
  return told.length === 0 ? 'done' : { state: 'sent', words: { ...words, told, problem: '' } }
}
