import type { contract, Input } from '@zhixing/contract'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { voteOf } from '../../activities/index.ts'
import { refuseResolution, refuseVote, sayVote } from '../rules/vote.ts'
import { isVoted } from '../rules/way.ts'
import type { Vote } from '../rules/vote.ts'
import { isMotionUsed, keepEntry } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'
import { countVoters } from './count-voters.ts'

type Asked = Input<typeof contract.development.decide>
type Standing = { readonly applicant: Applicant; readonly stepName: string }
type Counted = { readonly vote: Vote; readonly roll: number; readonly motionId: string }

/** A branch meeting says how it voted, and resolves what follows from it. */
export async function requireVote(scene: Scene, standing: Standing, input: Asked): Promise<void> {
  const { tx, now, actor } = scene
  const { step, outcome, on, unitId, applicantId } = input
  const { applicant, stepName } = standing
  if (!isVoted(step)) {
    if (input.vote || input.motion) throw conflict('development.voteStray', { 步骤: stepName })
    return
  }
  const { vote, roll, motionId } = input.motion
    ? await readMotion(scene, applicant, input)
    : await typedVote(scene, standing, input)
  const refusal = refuseVote(vote, roll) ?? refuseResolution(vote, roll, outcome !== 'failed')
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const { excludedBecause, ...numbers } = vote
  await keepEntry(tx, {
    unitId,
    applicantId,
    kind: 'vote',
    on,
    formId: newId(),
    text: sayVote(vote, roll),
    facts: { ...numbers, roll, excludedBecause, step, motionId },
    byId: actor.accountId,
    byName: actor.name,
    at: now,
  })
}

async function typedVote(
  { tx }: Scene,
  { applicant, stepName }: Standing,
  { vote, on }: Asked,
): Promise<Counted> {
  if (!vote) throw conflict('development.voteMissing', { 步骤: stepName })
  return { vote, roll: await countVoters(tx, applicant.organizationId, on), motionId: '' }
}

/** As the closed record of the branch's own meeting has it; who was entitled was counted there. */
async function readMotion({ tx }: Scene, applicant: Applicant, input: Asked): Promise<Counted> {
  if (input.vote) throw conflict('development.motionBoth')
  const { activityId = '', motionId = '' } = input.motion ?? {}
  const found = await voteOf(tx, { unitId: applicant.unitId, activityId, motionId })
  const isHere =
    found?.kind === 'memberMeeting' && found.organizationId === applicant.organizationId
  if (!found || !isHere || found.ballot !== 'secret') throw conflict('development.motionUnknown')
  if (!found.text.includes(applicant.name))
    throw conflict('development.motionOther', { 姓名: applicant.name })
  if (await isMotionUsed(tx, applicant.unitId, motionId)) throw conflict('development.motionUsed')
  const day = dayOf(found.startsAt)
  if (day !== input.on) throw conflict('development.motionDay', { 日期: day })
  const { entitled, present, inFavour, against, abstained } = found
  const left = { excluded: 0, excludedBecause: '', written: 0 }
  return { vote: { ...left, present, inFavour, against, abstained }, roll: entitled, motionId }
}
