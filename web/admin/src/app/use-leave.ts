import { useAct } from '@zhixing/kit/use-answer.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { dropAllDrafts } from '../ui/form/draft.ts'

/** Leaving takes along what was known and what was half typed: the next person starts clean. */
export function useLeave(): () => void {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { mutate } = useAct('accounts.signOut')
  const gone = () => {
    dropAllDrafts()
    client.clear()
    void navigate({ to: '/login' })
  }
  return () => mutate({}, { onSuccess: gone })
}
