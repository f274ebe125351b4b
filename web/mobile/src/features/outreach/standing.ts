import type { Kept, KeptRound, KeptStop } from '@zhixing/kit/outreach/kept.ts'
import { visitStates } from '@zhixing/contract/outreach-words.ts'
import type { ShapeName } from '@zhixing/kit/ui/Shape.tsx'

type Standing = { shape: ShapeName; word: string; isOpen: boolean }

/** What has not reached the server for good. */
export function waitingIn(captures: Kept[]): Kept[] {
  return captures.filter(({ state }) => state !== 'sent')
}

export function capturesOf({ roundId }: KeptRound, { memberId }: KeptStop, captures: Kept[]) {
  return captures.filter((one) => one.roundId === roundId && one.memberId === memberId)
}

/** What this door shows: first what the phone still owes the server, then what the server said. */
export function standingOf(round: KeptRound, stop: KeptStop, captures: Kept[]): Standing {
  const own = capturesOf(round, stop, captures)
  if (own.some(({ state }) => state === 'differs'))
    return { shape: 'triangle', word: '两边不一样', isOpen: true }
  if (own.some(({ state }) => state === 'refused'))
    return { shape: 'cross', word: '没有收下', isOpen: true }
  if (own.some(({ state }) => state === 'waiting'))
    return { shape: 'half', word: '存在手机里', isOpen: false }
  const visit = stop.visits[stop.visits.length - 1]
  if (!visit) return { shape: 'ring', word: '还没去', isOpen: true }
  const shapes = {
    captured: 'half',
    attested: 'check',
    absent: 'ring',
    disputed: 'triangle',
    refused: 'cross',
  } as const
  return {
    shape: shapes[visit.state],
    word: visitStates[visit.state],
    isOpen: visit.state === 'absent',
  }
}
