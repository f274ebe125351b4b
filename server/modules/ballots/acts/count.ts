import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { abandonBallot, countBallot } from '../steps/count.ts'
import { announcementOf } from '../steps/show.ts'
import { lockBallot } from '../store/ballots.ts'
import type { Ballot, BallotKey } from '../store/ballots.ts'

export const count = act(
  contract.ballots.count,
  async (scene, { tellers, paper, written, ...key }) => {
    const { tx, now } = scene
    const held = await requireBallot(scene, key)
    const ballot = await countBallot(tx, held, { tellers, paper, written, now })
    const { state, result } = ballot
    return {
      value: { result, sentence: result?.sentence ?? announcementOf(ballot) },
      place: ballot,
      change: {
        subject: `ballot:${ballot.id}`,
        after: { state, sentence: result?.sentence ?? '' },
      },
    }
  },
)

export const abandon = act(contract.ballots.abandon, async (scene, { reason, ...key }) => {
  const ballot = await requireBallot(scene, key)
  await abandonBallot(scene.tx, ballot, { reason, now: scene.now })
  const change = { subject: `ballot:${ballot.id}`, after: { state: 'void', reason } }
  return { value: {}, place: ballot, change }
})

async function requireBallot({ tx, reach }: Scene, key: BallotKey): Promise<Ballot> {
  const ballot = await lockBallot(tx, key, { reach })
  if (!ballot) throw missing('ballots.unknown')
  return ballot
}
