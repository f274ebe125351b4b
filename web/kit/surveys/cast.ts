import type { Answers, EntryOf, Output } from '@zhixing/contract'
import { command } from '../api.ts'
import { askNamelessly, castBlindly, postNamelessly } from '../blind/cast.ts'

type Key = { unitId: string; surveyId: string }
type Ballot = Output<EntryOf<'surveys.ballot'>>

/** Hands in an anonymous answer, once, with a ticket of the group in which somebody was asked. */
export async function castBallot(
  key: Key,
  { personId, group }: { personId: string; group: string },
  answers: Answers,
): Promise<void> {
  await castBlindly({
    name: `ticket:${personId}:${key.surveyId}`,
    publicKey: async () => {
      const { keys } = await askNamelessly<Ballot>('/api/surveys/ballot', key)
      const found = keys.find((one) => one.group === group)
      if (!found) throw new Error('问卷的验票公钥没有找到，请刷新后再试')
      return found.publicKey
    },
    sign: async (blinded) => command('surveys.ticket', { ...key, blinded }),
    hand: async (ticket) =>
      postNamelessly('/api/surveys/cast', { ...key, group, ...ticket, answers }),
  })
}
