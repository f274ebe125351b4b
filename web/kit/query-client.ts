import { MutationCache, QueryCache, QueryClient, onlineManager } from '@tanstack/react-query'
import { isSignedOut } from './api.ts'

/** One memory of answers for an app; whoever is no longer known is shown the door by `signedOut`. */
export function createQueryClient(signedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (isSignedOut(error)) signedOut()
  }
  // A page that was opened without a network asks again when there is one.
  onlineManager.setOnline(navigator.onLine)
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // Without a network the phone may still know; and who presses is told at once, not when the line is back.
    defaultOptions: {
      mutations: { networkMode: 'offlineFirst' },
      queries: {
        networkMode: 'offlineFirst',
        staleTime: 30_000,
        retry: false,
        refetchOnWindowFocus: false,
      },
    },
  })
}
