import type { Draft, EntryOf, NameOf, Output } from '@zhixing/contract'
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { addressOfQuery, askAnew, command, query, takenAtOf } from './api.ts'
import { complain } from './complaints.ts'

export type Answer<Value> = Pick<UseQueryResult<Value>, 'data' | 'error' | 'refetch'> & {
  /** Of which moment the answer is, where the server did not count for this reader; and how to have it counted. */
  readonly takenAt?: string | undefined
  readonly askAnew?: () => void
}

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
  const address = addressOfQuery(name, input)
  const result = useQuery<Output<EntryOf<N>>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => query(name, input, signal),
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: ({ state }) => (isAged(takenAtOf(address)) ? agedEvery : every(state.data)),
  })
  return Object.assign(result, {
    takenAt: takenAtOf(address),
    askAnew: () => {
      askAnew(address)
      void result.refetch()
    },
  })
}

/** An older one is being counted anew while it is shown; soon there is another. */
const agedAfter = 10 * 60_000
const agedEvery = 15_000

function isAged(takenAt: string | undefined): boolean {
  return takenAt !== undefined && Date.now() - Date.parse(takenAt) > agedAfter
}

type Callbacks<N extends NameOf<'command'>> = {
  readonly onSuccess?: (value: Output<EntryOf<N>>) => void
  readonly onError?: (error: Error) => void
}

/**
 * Something the reader does; everything on the page is asked again afterwards. A refusal is said by whoever reads
 * `error`, gives `onError`, or awaits; if nobody does, it is said above the page.
 */
export function useAct<N extends NameOf<'command'>>(name: N) {
  const client = useQueryClient()
  const isSaid = useRef(false)
  const mutation = useMutation<Output<EntryOf<N>>, Error, Draft<EntryOf<N>>>({
    mutationFn: (input) => command(name, input),
    onSuccess: () => client.invalidateQueries(),
  })
  const { mutateAsync: send } = mutation
  // What was read anew may take the form off the page before all of it is there; whoever pressed still hears of it.
  const mutate = useCallback(
    (input: Draft<EntryOf<N>>, { onSuccess, onError }: Callbacks<N> = {}) => {
      const say = (error: Error) => void (isSaid.current || complain(error))
      void tell(send(input), { onSuccess, onError: onError ?? say })
    },
    [send],
  )
  return {
    ...mutation,
    mutate,
    get error() {
      isSaid.current = true
      return mutation.error
    },
  }
}

type Told<Value> = {
  readonly onSuccess: ((value: Value) => void) | undefined
  readonly onError: (error: Error) => void
}

async function tell<Value>(sent: Promise<Value>, { onSuccess, onError }: Told<Value>) {
  const [outcome] = await Promise.allSettled([sent])
  if (outcome.status === 'fulfilled') onSuccess?.(outcome.value)
  else onError(outcome.reason as Error)
}
