import { newId } from '../../kernel/ids.ts'
import { declareJob } from '../../kernel/jobs.ts'
import { gather } from './gather/index.ts'
import { buildInstance } from './rules/build.ts'
import type { Built, Meaning } from './rules/build.ts'
import type { Gathered } from './rules/gathered.ts'
import { outcomeOf } from './rules/outcome.ts'
import type { Outcome } from './rules/outcome.ts'
import { solveAside } from './solver/aside.ts'
import { isProven } from './solver/prove.ts'
import { changeProposal, findProposal, writeOutcome } from './store/proposals.ts'
import type { ProposalKey, Written } from './store/proposals.ts'

/** Reads how things stand, solves aside, and keeps what came of it, all of it or nothing. */
export const proposeJob = declareJob<ProposalKey, { people: number }>({
  kind: 'requirements.propose',
  async run({ db, now, report, settle }, key) {
    const found = await findProposal(db, ['/'], key)
    if (!found) return { people: 0 }
    const { proposal } = found
    await report(0, 3, '读取学时、名额、课程和师资场地')
    const gathered = await gather(db, proposal, now())
    const built = buildInstance(
      gathered,
      proposal.budgetYuan === null ? null : proposal.budgetYuan * 100,
    )
    const solved = await solveAside(
      { instance: built.instance, seconds: proposal.seconds },
      { report: (note) => report(1, 3, note) },
    )
    await report(2, 3, '写下方案')
    const outcome = outcomeOf(gathered, built, solved)
    const unproven = Math.max(0, solved.value - solved.bound)
    const totals = {
      people: outcome.people.length,
      reached: outcome.people.filter(({ open }) => open === 0).length,
      gapMinutes: sumOf(outcome.people, ({ need }) => need),
      openMinutes: sumOf(outcome.people, ({ open }) => open),
      fen: sumOf(outcome.offers, ({ fen }) => fen),
      unprovenFen: Math.round(unproven),
      isProven: isProven(solved.value, solved.bound),
      isCut: solved.isCut,
    }
    await db.transaction(async (tx) => {
      await writeOutcome(tx, key, rowsOf(key, { gathered, built, outcome }))
      await changeProposal(tx, proposal, { totals })
      await settle(tx, { people: totals.people })
    })
    return { people: totals.people }
  },
})

function sumOf<T>(some: readonly T[], value: (one: T) => number): number {
  return some.reduce((sum, one) => sum + value(one), 0)
}

type Facts = { readonly gathered: Gathered; readonly built: Built; readonly outcome: Outcome }

function rowsOf({ unitId, proposalId }: ProposalKey, { gathered, built, outcome }: Facts): Written {
  const ids = new Map(outcome.offers.map(({ offer }) => [offer, newId()]))
  const picksOf = new Map(
    outcome.people.flatMap(({ picks }) => picks.map((pick) => [pick.offer, pick.minutes])),
  )
  const offers = outcome.offers.map(({ offer, people, fen, reason }) => ({
    ...wordsOf(gathered, built.meanings[offer]),
    unitId,
    proposalId,
    id: ids.get(offer) ?? newId(),
    minutes: picksOf.get(offer) ?? 0,
    people,
    fen,
    reason,
  }))
  // Who lacks most comes first.
  const sorted = outcome.people.toSorted(
    (one, other) => other.open - one.open || other.need - one.need,
  )
  const people = sorted.map((person, position) => ({
    unitId,
    proposalId,
    id: newId(),
    memberUnitId: person.memberUnitId,
    memberId: person.memberId,
    organizationId: person.organizationId,
    path: person.path,
    name: person.name,
    organizationName: person.organizationName,
    needMinutes: person.need,
    openMinutes: person.open,
    reason: person.reason,
    position,
  }))
  const picks = outcome.people.flatMap(({ memberId, picks: some }) =>
    some.map(({ offer, minutes, fen }) => ({
      unitId,
      proposalId,
      id: newId(),
      offerId: ids.get(offer) ?? '',
      memberId,
      minutes,
      fen,
      state: 'proposed' as const,
      refusal: '',
    })),
  )
  return { offers, people, picks }
}

function wordsOf(gathered: Gathered, meaning: Meaning | undefined) {
  const none = { subjectUnitId: null, subjectId: null, seats: null, plan: null, when: '' }
  if (meaning?.kind === 'seat') {
    const one = gathered.seats[meaning.at]
    const seats = one?.quotas.reduce((sum, { free }) => sum + free, 0) ?? 0
    const subject = { subjectUnitId: one?.unitId ?? null, subjectId: one?.classId ?? null }
    return {
      ...none,
      ...subject,
      kind: 'seat' as const,
      title: one?.title ?? '',
      when: one?.when ?? '',
      seats,
    }
  }
  if (meaning?.kind === 'newClass') {
    const one = gathered.newClasses[meaning.at]
    const plan = one ?? null
    return {
      ...none,
      kind: 'newClass' as const,
      title: one?.title ?? '',
      when: one?.when ?? '',
      seats: one?.seats ?? null,
      plan,
    }
  }
  if (meaning?.kind === 'course') {
    const one = gathered.courses[meaning.at]
    return {
      ...none,
      kind: 'course' as const,
      title: one?.title ?? '',
      when: '随时',
      subjectId: one?.courseId ?? null,
    }
  }
  return { ...none, kind: 'visit' as const, title: '上门送学', when: '由支部安排' }
}
