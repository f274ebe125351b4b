import { Entry } from '@zhixing/kit/entry/Entry.tsx'
import { safeBack } from '@zhixing/kit/safe-back.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { forgetWhatWasOpened, sendSoon } from '../../app/kept.ts'

/** One phone may serve several people: what one opened is gone before the next one looks. */
export function LoginPage() {
  const { back } = useSearch({ from: '/login' })
  const router = useRouter()
  const client = useQueryClient()
  const entered = async () => {
    await forgetWhatWasOpened()
    client.clear()
    sendSoon()
    router.history.replace(`${router.options.basepath ?? ''}${safeBack(back)}`)
  }
  return <Entry entered={() => void entered()} />
}
