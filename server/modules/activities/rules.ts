import type { Reason } from '@zhixing/contract'

export type Gathering = { readonly startsAt: Date; readonly endsAt: Date }

const hour = 3_600_000

/** Why nobody may sign in now, or nothing if they may: from an hour before until the end. */
export function refuseSignIn({ startsAt, endsAt }: Gathering, now: Date): Reason | undefined {
  return now.getTime() < startsAt.getTime() - hour || now >= endsAt
    ? 'activities.notOpen'
    : undefined
}
