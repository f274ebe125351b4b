import type { Reason } from '@zhixing/contract'

/** Why something may not be, with the words that fill its sentence. */
export type Refused = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

export function refused(reason: Reason, words: Refused['words'] = {}): Refused {
  return { reason, words }
}
