import { keysOf } from '@zhixing/contract'
import type { MemberFacts } from '@zhixing/contract'
import { maskAddress, maskIdNumber, maskPhone } from './mask.ts'

type Facts = Partial<MemberFacts>

/** What differs between two states of the facts, each side with the fields that changed; nothing when none did. */
export function differenceOf(
  before: MemberFacts,
  after: MemberFacts,
): { readonly before: Facts; readonly after: Facts } | undefined {
  const changed = keysOf(after).filter((key) => before[key] !== after[key])
  return changed.length === 0
    ? undefined
    : { before: masked(pick(before, changed)), after: masked(pick(after, changed)) }
}

/** Facts as a trace may keep them: readable, but nobody can be found by them. */
export function masked<F extends Facts>(facts: F): F {
  return {
    ...facts,
    ...(facts.idNumber === undefined ? {} : { idNumber: maskIdNumber(facts.idNumber) }),
    ...(facts.phone === undefined ? {} : { phone: maskPhone(facts.phone) }),
    ...(facts.address === undefined ? {} : { address: maskAddress(facts.address) }),
  }
}

function pick(facts: MemberFacts, keys: readonly (keyof MemberFacts)[]): Facts {
  return Object.fromEntries(keys.map((key) => [key, facts[key]]))
}
