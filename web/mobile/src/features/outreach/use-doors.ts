import { Refused, Unreachable, isSignedOut, query } from '@zhixing/kit/api.ts'
import { sendWaiting, takeUntold } from '@zhixing/kit/offline/send.ts'
import { keepRounds, readKept } from '@zhixing/kit/outreach/kept.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { keepPages } from '../../app/keep-pages.ts'

const key = ['doors']

/** What this phone has of the rounds; read from the phone itself, so that it answers with and without a network. */
export function useDoors() {
  const client = useQueryClient()
  const answer = useQuery({
    queryKey: key,
    queryFn: readKept,
    networkMode: 'always',
    staleTime: 0,
  })
  const reload = useCallback(() => client.invalidateQueries({ queryKey: key }), [client])
  return { answer, reload }
}

export type Meeting = { isReady: boolean; isMeeting: boolean; told: string; meet: () => void }

/** Meets the server when it is there: sends what waits, then takes what is new; both again when the line is back. */
export function useMeeting(reload: () => Promise<void>): Meeting {
  const [isReady, setIsReady] = useState(false)
  const [isMeeting, setIsMeeting] = useState(false)
  const [told, setTold] = useState('')
  const meet = useCallback(() => {
    const talk = async () => {
      setIsMeeting(true)
      setTold(await meetServer())
      await reload()
      setIsMeeting(false)
      setIsReady(await keepPages([import('./StopPage.tsx'), import('./CapturePage.tsx')]))
    }
    void talk()
  }, [reload])
  useEffect(() => {
    meet()
    addEventListener('online', meet)
    return () => removeEventListener('online', meet)
  }, [meet])
  return { isReady, isMeeting, told, meet }
}

/** What to tell the visitor, or nothing when all went well. */
async function meetServer(): Promise<string> {
  try {
    await keepRounds(await query('outreach.myRounds', {}))
    const { left, stopped } = await sendWaiting()
    const sent = takeUntold()
    if (stopped) return `还有 ${String(left)} 条没有上交：${stopped}`
    if (sent > 0) await keepRounds(await query('outreach.myRounds', {}))
    return sent > 0 ? `刚上交 ${String(sent)} 条` : ''
  } catch (error) {
    if (error instanceof Unreachable) return '没有连上服务器，看到的是手机里存的'
    if (error instanceof Refused && isSignedOut(error))
      return '登录已过期，请重新登录再上交；记录还在这部手机里'
    return error instanceof Error ? error.message : String(error)
  }
}
