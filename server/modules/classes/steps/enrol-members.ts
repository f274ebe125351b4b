import { unlessBroken } from '../../../kernel/constraint.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { Problem, conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { nameOf } from '../rules/person.ts'
import { dealNext } from '../rules/seats.ts'
import type { Dealt } from '../rules/seats.ts'
import type { Class, ClassKey } from '../store/classes.ts'
import { changeEnrolment, keepEnrolments, lockEnrolmentsOf } from '../store/enrolments.ts'
import type { Enrolment, NewEnrolment } from '../store/enrolments.ts'
import { changeCounts, lockQuotas } from '../store/quotas.ts'
import { findSessions } from '../store/sessions.ts'
import { openClass } from './open-class.ts'
import type { Applicant } from './open-class.ts'
import { followSeats } from './session.ts'

type Asked = {
  readonly applicants: readonly Applicant[]
  readonly way: 'nominated' | 'self'
  readonly reach: Reach
  /** What whoever finds no seat is told; without it they stand in line. */
  readonly whenFull?: Problem
}

type Enrolled = Pick<Dealt, 'state' | 'position'>
type Given = { readonly applicant: Applicant; readonly quotaId: string; readonly dealt: Dealt }

/**
 * Each gets a seat if there is one, else the end of the line, in the order given; who may not is told why, and the others
 * go on. The counters of the quotas decide: they are held before anybody's row, and always in the same order.
 */
export async function enrolMembers(
  tx: Db,
  key: ClassKey,
  { applicants, way, reach, whenFull }: Asked,
): Promise<(Enrolled | Problem)[]> {
  const opened = await openClass(tx, key, { applicants, reach })
  if (!opened) return applicants.map(() => missing('classes.unknown'))
  const { kept, admitted } = opened
  // Asked before the counters are held, because until the end everybody else waits for them; the class is held, so no
  // lesson can be added meanwhile.
  const isPlanned = (await findSessions(tx, key)).length > 0
  const quotaIds = admitted.flatMap((one) => (one instanceof Problem ? [] : [one.id]))
  const counts = await lockQuotas(tx, key, quotaIds)
  const memberIds = applicants.map(({ person }) => person.memberId)
  const known = await lockEnrolmentsOf(tx, key, memberIds)

  const inside = new Set(known.flatMap((row) => (row.state === 'withdrawn' ? [] : nameOf(row))))
  const given: Given[] = []
  const verdicts = applicants.map((applicant, at) => {
    const quota = admitted[at] ?? missing('classes.unknown')
    if (quota instanceof Problem) return quota
    const who = nameOf(applicant.person)
    if (inside.has(who)) return already(kept, [applicant])
    const stands = counts.get(quota.id)
    if (!stands) return missing('classes.unknown')
    const { dealt, left } = dealNext(stands)
    if (dealt.state === 'waiting' && whenFull) return whenFull
    counts.set(quota.id, left)
    inside.add(who)
    given.push({ applicant, quotaId: quota.id, dealt })
    return { state: dealt.state, position: dealt.position }
  })

  await keepGiven(tx, kept, { given, known, way })
  const dealtFrom = new Set(given.map(({ quotaId }) => quotaId))
  for (const counted of counts.values())
    if (dealtFrom.has(counted.id)) await changeCounts(tx, counted)
  const seated = given.find(({ dealt }) => dealt.state === 'enrolled')
  if (seated && isPlanned) await followSeats(tx, key, seated.applicant.now)
  return verdicts
}

type Giving = Pick<Asked, 'way'> & {
  readonly given: readonly Given[]
  readonly known: readonly Enrolment[]
}

/** New rows for those whom the class did not know; who had left it takes their row up again. */
async function keepGiven(tx: Db, kept: Class, { given, known, way }: Giving): Promise<void> {
  const before = new Map(known.map((row) => [nameOf(row), row]))
  const fresh: NewEnrolment[] = []
  for (const { applicant, quotaId, dealt } of given) {
    const { person, byId, now: at } = applicant
    const { memberUnitId, memberId, name, organizationId, organizationName } = person
    const who = { memberUnitId, memberId, name, organizationId, organizationName }
    const { state, queue } = dealt
    const row = { ...who, quotaId, state, queue, way, byId, at, reason: '' }
    const former = before.get(nameOf(person))
    if (former) await changeEnrolment(tx, former, row)
    else {
      const named = { nameKey: nameKeyOf(name), learnerKind: 'member' as const }
      fresh.push({ ...row, ...named, id: newId(), unitId: kept.unitId, classId: kept.id })
    }
  }
  const taken = already(
    kept,
    given.map(({ applicant }) => applicant),
  )
  await unlessBroken(keepEnrolments(tx, fresh), 'class_enrolments_once', taken)
}

function already({ title }: Class, those: readonly Applicant[]): Problem {
  const names = those.map(({ person }) => person.name).join('、')
  return conflict('enrolments.already', { 姓名: names, 名称: title })
}
