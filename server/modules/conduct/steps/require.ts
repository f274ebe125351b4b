import { disposalStates } from '@zhixing/contract/conduct-words.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { findMember } from '../../members/index.ts'
import { lockConductCase } from '../store/cases.ts'
import type { ConductCase } from '../store/cases.ts'

export type Known = { readonly tx: Db; readonly reach: Reach; readonly actor: Actor }

/** Somebody on the roll within reach, and not oneself: nobody judges their own case. */
export async function requirePerson(
  { tx, reach, actor }: Known,
  key: { readonly unitId: string; readonly memberId: string },
) {
  const found = await findMember(tx, reach, key)
  if (!found) throw missing('members.unknown')
  if (found.member.leftOn) throw conflict('conduct.left', { 姓名: found.member.name })
  if (found.member.id === actor.memberId) throw conflict('conduct.self')
  return found
}

type Form = { readonly unitId: string; readonly caseId: string; readonly version?: number }

/** The case as the form read it, in one of the states in which this may be done, held still. */
export async function requireCase(
  { tx, reach, actor }: Known,
  { version, ...key }: Form,
  states: readonly ConductCase['state'][],
): Promise<ConductCase> {
  const found = await lockConductCase(tx, reach, key)
  if (!found) throw missing('conduct.caseUnknown')
  if (found.memberId === actor.memberId) throw conflict('conduct.self')
  if (version !== undefined && found.version !== version) throw conflict('input.stale')
  if (!states.includes(found.state))
    throw conflict('conduct.state', { 状态: disposalStates[found.state] })
  return found
}

/** A day that something happened on: not tomorrow, and not before what it belongs to. */
export function requireDay(on: Day, now: Date, earliest?: Day): void {
  if (on > dayOf(now)) throw conflict('conduct.ahead', { 日期: on })
  if (earliest !== undefined && on < earliest)
    throw conflict('conduct.early', { 日期: on, 最早: earliest })
}

export function subjectOf({ id }: Pick<ConductCase, 'id'>): string {
  return `conduct:${id}`
}
