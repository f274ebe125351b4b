import type { EntryOf, Output } from '@zhixing/contract'

export type Campaign = Output<EntryOf<'campaigns.show'>>
export type Tally = Campaign['tally']

export function share(done: number, of: number): string {
  return `${String(done)}/${String(of)}`
}
