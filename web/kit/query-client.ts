import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isSignedOut } from './api.ts'

/** One memory of answers for an app; whoever is no longer known is shown the door by `signedOut`. */
export function createQueryClient(signedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (isSignedOut(error)) signedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: false },
    },
  })
}
