import type { BallotLine } from '@zhixing/contract'
import { slipsLeast } from '@zhixing/contract/ballot-words.ts'
import type { BallotMark } from '@zhixing/contract/ballot-words.ts'
import { newTicketKeys } from '../../../kernel/blind-tickets.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { hasVote } from '../../members/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { kindOf } from '../kinds/index.ts'
import type { BallotKind } from '../rules/kind.ts'
import { electorateOf } from '../rules/terms.ts'
import type { Terms, Turnout } from '../rules/terms.ts'
import { keepBallot, keyOf, lockLatest } from '../store/ballots.ts'
import type { Ballot, BallotKey } from '../store/ballots.ts'
import { findStanding, keepVoters, setPresence } from '../store/voters.ts'
import type { PersonKey, Voter } from '../store/voters.ts'

export type NewBallot = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  readonly kind: BallotKind['key']
  readonly way: 'electronic' | 'paper'
  /** "motion:<id>": what a neighbour decides by it. While it is open, opening it again only tells who came since. */
  readonly subject: string
  /** "activity:<id>": the meeting at which it is voted, whose minutes then say what came of it. */
  readonly occasion?: string
  readonly title: string
  readonly explanation?: string
  readonly lines: readonly BallotLine[]
  /** Of an election: how many are elected, and whether others than the candidates may be written in. */
  readonly seats?: number
  readonly takesOthers?: boolean
  /** So many lines at most may bear this mark; with seats, it follows from them. */
  readonly most?: { readonly mark: BallotMark; readonly count: number }
  /** Whoever belongs to what is decided, and whether they are there; who has no vote is left out here. */
  readonly voters: readonly Voter[]
  /** The last day, if not today, on which slips are taken. */
  readonly until?: Day
  /** Another round, although the one before was counted: between equals, or as the meeting wants it. */
  readonly isAgain?: boolean
  readonly by: { readonly accountId: string; readonly name: string }
  readonly now: Date
}

type Scene = { readonly tx: Db; readonly vault: Vault }

/** Opens a ballot, freezes who may vote in it and by which rules, and tells those who vote on the phone. */
export async function openBallot({ tx, vault }: Scene, wish: NewBallot): Promise<BallotKey> {
  const { unitId, subject, way, path, now } = wish
  const today = dayOf(now)
  const until = wish.until ?? today
  if (until < today) throw conflict('ballots.days', { 今天: today })
  const voters = await withVote(tx, wish.voters, today)
  const turnout = turnoutOf(voters)
  const last = await lockLatest(tx, { unitId, subject })
  if (last?.state === 'open') return callLate(tx, last, { wish, voters })
  if (last?.state === 'closed' && !wish.isAgain) throw conflict('ballots.counted')
  const terms = await termsOf(tx, kindOf(wish.kind), { path, day: today })
  refuseTurnout(turnout, terms, way)
  const keys = way === 'electronic' ? await newTicketKeys() : undefined
  const row = rowOf(wish, { terms, round: (last?.round ?? 0) + 1, until, today })
  const sealedKey = keys ? vault.seal(keys.privateKey) : null
  const ballot = await keepBallot(tx, { ...row, publicKey: keys?.publicKey ?? '', sealedKey })
  if (!ballot) throw conflict('input.stale')
  const key = keyOf(ballot)
  await keepVoters(tx, key, voters)
  await tell(tx, ballot, wish)
  return key
}

/** Those of them who have a vote on a day, wherever they are kept. */
export async function withVote<P extends PersonKey>(
  db: Reader,
  people: readonly P[],
  day: Day,
): Promise<P[]> {
  const rows = await findStanding(db, people)
  const entitled = new Set(rows.filter((row) => hasVote(row, day)).map(idOf))
  return people.filter((person) =>
    entitled.has(idOf({ unitId: person.memberUnitId, id: person.memberId })),
  )
}

function idOf({ unitId, id }: { readonly unitId: string; readonly id: string }): string {
  return `${unitId} ${id}`
}

function rowOf(
  wish: NewBallot,
  { terms, round, until, today }: { terms: Terms; round: number; until: Day; today: Day },
) {
  const { unitId, organizationId, path, kind, way, subject, title, lines, by } = wish
  const { explanation = '', occasion = '', seats = null, takesOthers = false, most = null } = wish
  const place = { unitId, organizationId, path }
  const facts = { ...place, kind, way, subject, occasion, title, explanation, lines }
  return {
    ...facts,
    id: newId(),
    round,
    seats,
    takesOthers,
    most: seats === null ? most : { mark: 'inFavour' as const, count: seats },
    terms,
    state: 'open' as const,
    openedOn: today,
    until,
    byId: by.accountId,
  }
}

/** Who came late is let in; who has left without a ticket is not there any more. */
async function callLate(
  tx: Db,
  ballot: Ballot,
  { wish, voters }: { wish: NewBallot; voters: readonly Voter[] },
): Promise<BallotKey> {
  const key = keyOf(ballot)
  const present = voters.filter(({ isPresent }) => isPresent).map(({ memberId }) => memberId)
  await setPresence(tx, key, present)
  await tell(tx, ballot, { ...wish, voters })
  return key
}

/** The rules of a kind at a place on a day, as they are kept with the ballot. */
export async function termsOf(
  db: Reader,
  { quorum, pass }: BallotKind,
  point: { readonly path: string; readonly day: Day },
): Promise<Terms> {
  const keys = pass ? [quorum.rule, pass.rule] : [quorum.rule]
  const rules = await rulesAt(db, keys, point)
  const share = pass ? rules[pass.rule].value : undefined
  const clauses = [...new Set(keys.map((key) => rules[key].clause))]
  return {
    quorum: rules[quorum.rule].value,
    isMore: quorum.isMore,
    pass: pass && share ? { share, of: pass.of } : null,
    clauses,
  }
}

function turnoutOf(voters: readonly Voter[]): Turnout {
  const present = voters.filter(({ isPresent }) => isPresent).length
  return { entitled: voters.length, present }
}

function refuseTurnout(turnout: Turnout, terms: Terms, way: NewBallot['way']): void {
  const { entitled, present, needed, isMet } = electorateOf(turnout, terms)
  if (entitled === 0) throw conflict('ballots.nobody')
  const 依据 = terms.clauses[0] ?? ''
  if (!isMet)
    throw conflict('ballots.quorum', { 应到: entitled, 实到: present, 需要: needed, 依据 })
  if (way === 'electronic' && present < slipsLeast)
    throw conflict('ballots.tooFew', { 人数: present, 至少: slipsLeast })
}

async function tell(tx: Db, ballot: Ballot, { voters, by, now }: NewBallot): Promise<void> {
  if (ballot.way === 'paper') return
  const { unitId, id, path, title, until } = ballot
  await sendNotice(tx, {
    unitId,
    path,
    key: `ballot:${id}`,
    kind: 'ballot',
    from: by.name,
    fromId: by.accountId,
    title: `请您投票：${title}`.slice(0, 100),
    body: `无记名投票，谁也查不到哪张票是您的。请在 ${until} 当日结束前投票，一人一票，投出不能再改。`,
    link: `/ballots/${unitId}/${id}`,
    personIds: voters.filter(({ isPresent }) => isPresent).map(({ memberId }) => memberId),
    now,
  })
}
