import { isLate } from '../rules/talk.ts'
import type { Talk } from '../store.ts'

type Named = { readonly talk: Talk; readonly name: string; readonly organizationName: string }

/** A talk as lists show it: that it is, why, and when; never what was said. */
export function rowOf({ talk, name, organizationName }: Named, day: string) {
  const { unitId, id, memberId, state, reasons, cause, talkerName } = talk
  return {
    unitId,
    talkId: id,
    memberId,
    name,
    organizationName,
    state,
    reasons: [...reasons],
    cause,
    talkerName,
    plannedOn: talk.plannedOn,
    heldOn: talk.heldOn,
    followUpOn: talk.followUpOn,
    isLate: isLate(talk, day),
  }
}
