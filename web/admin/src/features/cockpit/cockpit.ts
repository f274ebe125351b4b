import type { EntryOf, Output } from '@zhixing/contract'

export type Cockpit = Output<EntryOf<'cockpit.show'>>
export type Chart = Cockpit['pace']
export type Point = Chart['points'][number]
type Opens = Point['opens']

/** In the address: what was opened, so that "back" and a copied link find it again. */
export function keyOf({ metric, organizationId, from, to }: Opens): string {
  return [metric, organizationId, from, to].join('~')
}

export function opensOf(key: string): Opens {
  const [metric = '', organizationId = '', from = '', to = ''] = key.split('~')
  return { metric, organizationId, from, to }
}
