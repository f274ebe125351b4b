import type { Draft, EntryOf, NameOf, Output } from '@zhixing/contract'
import { command } from '@zhixing/kit/api.ts'
import { useQuery } from '@tanstack/react-query'

/** What is restricted is read by a command, because each look is written down; never by itself a second time. */
export function useLook<N extends NameOf<'command'>>(name: N, input: Draft<EntryOf<N>>) {
  return useQuery<Output<EntryOf<N>>>({
    queryKey: [name, input],
    queryFn: () => command(name, input),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}
