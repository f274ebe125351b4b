import type { Contract, Output } from '@zhixing/contract'
import type { Reader } from '../../../kernel/db.ts'
import { commonPath } from '../../../kernel/reach.ts'
import { ruleAt, rulesBelow } from '../../rules/index.ts'
import { judgeVisit } from '../rules/visit.ts'
import type { Said } from '../rules/visit.ts'
import { findSaid } from '../store/visits.ts'
import type { Capture, SaidRows, Visit } from '../store/visits.ts'

type Shown = Output<Contract['outreach']['confirm']>['visit']

/** How many besides the first must say so, where and when the visit was. */
export async function neededFor(db: Reader, { path, day }: Pick<Visit, 'path' | 'day'>) {
  const { value } = await ruleAt(db, 'outreach.attestations', { path, day })
  return value
}

export function saidOf(
  { settledMet, settledMinutes, settledBy }: Visit,
  { captures, confirmations }: SaidRows,
): Said {
  return {
    words: captures.map(({ personId, words }) => ({ personId, ...words })),
    confirmations,
    settled:
      settledMet === null ? null : { isMet: settledMet, minutes: settledMinutes, by: settledBy },
  }
}

export function showCapture(capture: Capture, personId: string): Shown['evidence'][number] {
  const { id, byName, at, receivedAt, words, photoId, revision } = capture
  return {
    ...words,
    delivered: [...words.delivered],
    captureId: id,
    byName,
    isMine: capture.personId === personId,
    at: at.toISOString(),
    receivedAt: receivedAt.toISOString(),
    photoId,
    revision,
  }
}

/** A visit as those see it whom it concerns: what came of it, and every side of it. */
export function showVisit(
  visit: Visit,
  said: SaidRows,
  { needed, personId }: { readonly needed: number; readonly personId: string },
): Shown {
  const { unitId, id, day, state, creditedMinutes, problem, settledReason, version } = visit
  const { because, attested } = judgeVisit(saidOf(visit, said), needed)
  return {
    unitId,
    visitId: id,
    day,
    state,
    because: settledReason === '' ? because : `${because}：${settledReason}`,
    needed,
    attested,
    creditedMinutes,
    problem,
    evidence: said.captures.map((capture) => showCapture(capture, personId)),
    confirmations: said.confirmations.map(({ name, as, isTrue, note, at }) => ({
      name,
      as,
      isTrue,
      note,
      at: at.toISOString(),
    })),
    version,
  }
}

/** Many visits, by member. */
export async function showVisits(db: Reader, visits: readonly Visit[], personId: string) {
  const saidIn = await findSaid(
    db,
    visits.map(({ id }) => id),
  )
  const place = commonPath(visits.map(({ path }) => path))
  const ruleOf = await rulesBelow(db, ['outreach.attestations'], place)
  return visits.map((visit) => {
    const { memberId, roundId } = visit
    const needed = ruleOf(visit)['outreach.attestations'].value
    return { memberId, roundId, visit: showVisit(visit, saidIn(visit.id), { needed, personId }) }
  })
}
