import type { Reason } from '@zhixing/contract'

export type Meeting = {
  readonly unitId: string
  readonly signInFrom: Date
  readonly signInUntil: Date
}

/** Why this member may not sign in now, or nothing if they may. */
export function refuseSignIn(
  meeting: Meeting,
  memberUnitId: string,
  now: Date,
): Reason | undefined {
  if (meeting.unitId !== memberUnitId) return 'meetings.otherUnit'
  if (now < meeting.signInFrom || now >= meeting.signInUntil) return 'meetings.notOpen'
  return undefined
}
