import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { bindAccount } from '../../accounts/index.ts'
import { admitMember, confirmMember, dismissMember } from '../../members/index.ts'
import { factsOf } from '../rules/person.ts'
import type { Applicant } from '../store/applicants.ts'

type Means = Pick<Scene, 'tx' | 'vault' | 'now'>

/** The applicant's facts become a member's; the account they followed their way with becomes the member's too. */
export async function admit(scene: Means, applicant: Applicant, joinedOn: Day): Promise<string> {
  const { vault, tx, now } = scene
  const { unitId, organizationId: id, path, accountId } = applicant
  const open = (text: string | null) => (text === null ? '' : vault.open(text))
  const told = {
    ...applicant,
    idNumber: open(applicant.idNumberSealed),
    phone: open(applicant.phoneSealed),
    address: open(applicant.addressSealed),
  }
  const facts = factsOf(told, applicant, joinedOn)
  const memberId = await admitMember(scene, { unitId, id, path }, { facts, today: dayOf(now) })
  if (accountId) await bindAccount(tx, accountId, memberId)
  return memberId
}

/** Full from the day on which probation ended: the party standing counts from then, whenever the meeting was. */
export async function confirm({ tx }: Means, applicant: Applicant, confirmedOn: Day) {
  const { unitId, memberId } = applicant
  if (memberId) await confirmMember(tx, { unitId, memberId }, confirmedOn)
}

export async function dismiss({ tx }: Means, applicant: Applicant, on: Day): Promise<void> {
  const { unitId, memberId } = applicant
  if (memberId) await dismissMember(tx, { unitId, memberId }, on)
}
