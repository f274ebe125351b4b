import { Refused, Unreachable, isSignedOut, query } from '@zhixing/kit/api.ts'
import { keepRounds, readKept } from '@zhixing/kit/outreach/kept.ts'
import { sendCaptures } from '@zhixing/kit/outreach/send.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { keepPagesForLater } from './keep-pages.ts'

const key = ['doors']

export function todayHere(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

/** What this phone has of the rounds; read from the phone itself, so that it answers with and without a network. */
export function useDoors() {
  const client = useQueryClient()
  const answer = useQuery({
    queryKey: key,
    queryFn: () => readKept(todayHere()),
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
      setIsReady(await keepPagesForLater())
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
    // Whoever signed in has to be known before anything is sent in their name.
    await keepRounds(await query('outreach.myRounds', {}), new Date())
    const { sent, left, stopped } = await sendCaptures()
    if (stopped) return `还有 ${String(left)} 条没有上交：${stopped}`
    if (sent > 0) await keepRounds(await query('outreach.myRounds', {}), new Date())
    return sent > 0 ? `刚上交 ${String(sent)} 条` : ''
  } catch (error) {
    if (error instanceof Unreachable) return '没有连上服务器，看到的是手机里存的'
    if (error instanceof Refused && isSignedOut(error))
      return '登录已过期，请重新登录再上交；记录还在这部手机里'
    return error instanceof Error ? error.message : String(error)
  }
}
