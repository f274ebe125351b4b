import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { handOver } from '../steps/hand-over.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'

/** Goes on in another branch, by somebody who looks after both. */
export const move = act(contract.development.move, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { unitId, applicantId, formId, organizationId, reason } = input
  const { applicant } = await requireOnTheWay(scene, input)
  const to = await requireLive(tx, reach, organizationId)
  // Members are transferred as members, and take their file along.
  if (applicant.memberId) throw conflict('development.moveNow')
  const handed = { unitId, applicantId, formId, to, papersChecked: reason, by: actor, now }
  const { isNew, ...key } = await handOver(tx, handed)
  return {
    value: key,
    place: applicant,
    change: isNew
      ? { subject: subjectOf(applicant), after: { organization: to.name, reason } }
      : 'none',
  }
})
