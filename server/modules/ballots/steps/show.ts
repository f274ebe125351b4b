import type { Reader } from '../../../kernel/db.ts'
import { kindOf } from '../kinds/index.ts'
import { ballotKinds, ballotScales } from '@zhixing/contract/ballot-words.ts'
import { electorateOf } from '../rules/terms.ts'
import type { Ballot } from '../store/ballots.ts'
import { keyOf } from '../store/ballots.ts'
import { countVoters, findVoters } from '../store/voters.ts'
import type { VoterCounts } from '../store/voters.ts'
import { slipRulesOf } from './count.ts'

export function headOf(ballot: Ballot, organizationName: string) {
  const { unitId, id, kind, way, state, title, round, openedOn, until, countedOn } = ballot
  const facts = { kind, way, state, title, round, openedOn, until, countedOn }
  return { unitId, ballotId: id, ...facts, kindName: ballotKinds[kind], organizationName }
}

/** The slip as everybody has it. */
export async function slipOf(db: Reader, ballot: Ballot) {
  const voters = ballot.takesOthers ? await findVoters(db, keyOf(ballot)) : []
  const { scale, others } = slipRulesOf(ballot, voters)
  const { explanation, lines, most } = ballot
  return {
    explanation,
    lines: [...lines],
    marks: [...ballotScales[scale]],
    most,
    others: voters
      .filter(({ memberId }) => others.has(memberId))
      .map(({ memberId, name }) => ({ memberId, name })),
  }
}

/** Who may vote, who came, and how many are enough. */
export async function turnoutOf(db: Reader, ballot: Ballot) {
  return turnoutBy(ballot, await countVoters(db, keyOf(ballot)))
}

/** The same where the voters are counted already. */
export function turnoutBy(ballot: Ballot, { issued, ...turnout }: VoterCounts) {
  const { entitled, present, needed, toPass } = electorateOf(turnout, ballot.terms)
  const clauses = [...ballot.terms.clauses]
  return { issued, electorate: { entitled, present, needed, toPass, clauses } }
}

/** What is read out to those who voted; nothing of what is for the committee only. */
export function announcementOf({ state, voidReason, result, kind }: Ballot): string {
  if (state === 'void') return `这次票决无效：${voidReason}。`
  if (!result) return ''
  return kindOf(kind).isAnnounced
    ? result.sentence
    : `收回选票 ${result.returned} 张，结果由党组织研究后反馈。`
}
