import { Entry } from '@zhixing/kit/entry/Entry.tsx'
import { safeBack } from '@zhixing/kit/safe-back.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'

/** Afterwards one is where one was; what was known about whoever sat here before is forgotten. */
export function LoginPage() {
  const { back } = useSearch({ from: '/login' })
  const { history } = useRouter()
  const client = useQueryClient()
  const entered = () => {
    client.clear()
    history.replace(safeBack(back))
  }
  return <Entry entered={entered} />
}
