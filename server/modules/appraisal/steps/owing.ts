import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { ruleAt } from '../../rules/index.ts'
import { owedBy } from '../rules/talks.ts'
import { findBranchMembers, findOfficers } from '../store/people.ts'
import { findHeartTalks } from '../store/talks.ts'

type Branch = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  readonly year: number
  readonly now: Date
}

/** Who has talked with whom in a branch in a year, and what each still owes; only what both say counts. */
export async function owingAt(db: Reader, { unitId, organizationId, path, year, now }: Branch) {
  const day = dayOf(now)
  const branch = { unitId, organizationId }
  const here = await findBranchMembers(db, branch)
  const officers = await findOfficers(db, branch, day)
  const people = here.map(({ memberId, name }) => ({
    memberId,
    name,
    isOfficer: officers.has(memberId),
  }))
  const talks = await findHeartTalks(db, { organizationId, year })
  const rule = await ruleAt(db, 'meeting.talk.year', { path, day })
  const pairs = talks.filter(({ confirmedAt }) => confirmedAt !== null)
  const rows = people.map((person) => ({
    ...person,
    owed: owedBy(person, people, { pairs, times: rule.value }),
  }))
  return { people, rows, talks, clause: rule.clause }
}
