import { conductClocks } from '@zhixing/contract/conduct-words.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { searchesFor } from '../../floating/index.ts'
import { findMember } from '../../members/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { clocksAt } from '../catalogue/clocks.ts'
import { clockOf, refuseGround, refuseStanding } from '../rules/case.ts'
import type { CaseKind, Ground } from '../rules/case.ts'

type Wanted = {
  readonly unitId: string
  readonly memberId: string
  readonly path: string
  readonly kind: CaseKind
  readonly ground: Ground
}

/** What a case rests on is true today: the clock has run, the search was made, the membership stands as it must. */
export async function requireGrounds(tx: Db, now: Date, wanted: Wanted): Promise<void> {
  const { unitId, memberId, path, kind, ground } = wanted
  const odd = refuseGround(kind, ground)
  if (odd) throw conflict(odd.reason, odd.words)
  const found = await findMember(tx, ['/'], { unitId, memberId })
  if (!found) throw missing('members.unknown')
  const { name, lostSince, isSuspended, suspendedOn } = found.member
  const day = dayOf(now)
  const rules = await rulesAt(
    tx,
    ['lost.suspend_after', 'lost.remove_after', 'disposal.three_nots'],
    { path, day },
  )
  const searches = (await searchesFor(tx, { unitId, memberId })).length
  const standing = { name, lostSince, isSuspended, suspendedOn, searches }
  const refusal = refuseStanding({ kind, ground }, standing, { today: day, waits: rules })
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const clock = kind === 'remove' ? clockOf(ground) : undefined
  if (!clock) return
  const [person] = await clocksAt(tx, { path, memberId, now })
  const months = person?.clocks.find((one) => one.clock === clock)?.months ?? 0
  const { value, clause } = rules['disposal.three_nots']
  if (months < value)
    throw conflict('conduct.months', {
      姓名: name,
      事项: conductClocks[clock],
      月数: months,
      需要: value,
      依据: clause,
    })
}
