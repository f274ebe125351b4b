import type { EntryOf, Output } from '@zhixing/contract'
import type { Grant } from '@zhixing/contract/grants.ts'
import { createContext, use } from 'react'

export type Me = Output<EntryOf<'accounts.me'>>

export const MeContext = createContext<Me | undefined>(undefined)

/** Who sits here; inside the shell there is always somebody. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe is for pages inside the shell')
  return me
}

/** Whether to offer something at all; the server decides again, and about the place as well. */
export function useMay(): (grant: Grant) => boolean {
  const { grants } = useMe()
  return (grant) => grants.includes(grant)
}
