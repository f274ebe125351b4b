import type { Draft, EntryOf, NameOf, Output } from '@zhixing/contract'
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { command, query } from './api.ts'

export type Answer<Value> = Pick<UseQueryResult<Value>, 'data' | 'error' | 'refetch'>

type Options<Value> = {
  /** Not asked before it makes sense to ask. */
  enabled?: boolean
  /** Asked again after so many milliseconds, for what changes while one looks. */
  every?: (value: Value | undefined) => number | false
}

/** What the server says; while the question changes, the last answer stays on the page. */
export function useAnswer<N extends NameOf<'query'>>(
  name: N,
  input: Draft<EntryOf<N>>,
  { enabled = true, every = () => false }: Options<Output<EntryOf<N>>> = {},
) {
  return useQuery<Output<EntryOf<N>>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => query(name, input, signal),
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: ({ state }) => every(state.data),
  })
}

/** Something the reader does; everything on the page is asked again afterwards. */
export function useAct<N extends NameOf<'command'>>(name: N) {
  const client = useQueryClient()
  return useMutation<Output<EntryOf<N>>, Error, Draft<EntryOf<N>>>({
    mutationFn: (input) => command(name, input),
    onSuccess: () => client.invalidateQueries(),
  })
}
