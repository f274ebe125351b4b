import { Unreachable } from '@zhixing/kit/api.ts'
import { sendWaiting, takeUntold } from '@zhixing/kit/offline/send.ts'
import { onWaiting } from '@zhixing/kit/offline/waiting.ts'
import { readMeeting, takeMeeting, withKept, type KeptMeeting } from '@zhixing/kit/roll/kept.ts'
import { useOnline } from '@zhixing/kit/ui/Offline.tsx'
import { useAnswer, type Answer } from '@zhixing/kit/use-answer.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { keepPages } from '../../app/keep-pages.ts'
import type { Activity } from './state.ts'

type Key = { unitId: string; activityId: string }

export type Line = {
  /** The server is not reached: what is said now stays on the phone until it is. */
  isAway: boolean
  /** The phone has all it needs to go on without. */
  isReady: boolean
  kept: KeptMeeting
  /** What became of what was sent just now. */
  told: string
  send: () => Promise<void>
}

const nothing: KeptMeeting = { taken: undefined, roll: undefined, minutes: undefined, photos: [] }
const lookAgainMs = 4000
const tryAgainMs = 15_000

/** People sign in from their own phones while somebody calls the roll here. */
function whileRolling(activity: Activity | undefined): number | false {
  return activity?.stage === 'roll' ? lookAgainMs : false
}

/** The record as the server has it, or as it was taken along; with what was written here and has not been sent. */
export function useRecord(key: Key): { answer: Answer<Activity>; line: Line } {
  const answer = useAnswer('activities.show', key, { every: whileRolling })
  const kept = useKept(key)
  const isOnline = useOnline()
  const isAway = !isOnline || answer.error instanceof Unreachable
  useTryingAgain(isAway, answer.refetch)
  const isReady = useTaking(isAway ? undefined : answer.data)
  const { told, send } = useSending(isAway)
  const base = answer.data ?? kept.data?.taken
  const data = base && withKept(base, kept.data ?? nothing)
  const error = kept.isPending ? null : answer.error
  return {
    answer: { data, error, refetch: answer.refetch },
    line: { isAway, isReady, kept: kept.data ?? nothing, told, send },
  }
}

/** The line may be back without the phone saying so. */
function useTryingAgain(isAway: boolean, refetch: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isAway) return undefined
    const look = () => void refetch()
    const timer = setInterval(look, tryAgainMs)
    addEventListener('online', look)
    return () => {
      clearInterval(timer)
      removeEventListener('online', look)
    }
  }, [isAway, refetch])
}

function useKept(key: Key) {
  const client = useQueryClient()
  const { unitId, activityId } = key
  useEffect(
    () => onWaiting(() => void client.invalidateQueries({ queryKey: ['kept', activityId] })),
    [client, activityId],
  )
  return useQuery({
    queryKey: ['kept', activityId],
    queryFn: () => readMeeting({ unitId, activityId }),
    networkMode: 'always',
    staleTime: 0,
  })
}

/** What was just read is taken along as it is read, and the page with it: nobody has to think of it beforehand. */
function useTaking(activity: Activity | undefined): boolean {
  const [isReady, setIsReady] = useState(false)
  useEffect(() => {
    if (!activity) return
    const takeAlong = async () => {
      await takeMeeting(activity)
      setIsReady(await keepPages([]))
    }
    takeAlong().catch(() => setIsReady(false))
  }, [activity])
  return isReady
}

function useSending(isAway: boolean) {
  const client = useQueryClient()
  const [told, setTold] = useState('')
  const send = useCallback(async () => {
    const { left, stopped } = await sendWaiting()
    const sent = takeUntold()
    setTold(wordsOf(sent, left, stopped))
    if (sent > 0) await client.invalidateQueries()
  }, [client])
  useEffect(() => {
    const meet = async () => {
      if (!isAway) await send()
    }
    void meet()
  }, [isAway, send])
  return { told, send }
}

function wordsOf(sent: number, left: number, stopped: string): string {
  if (stopped && left > 0) return `手机里还有 ${String(left)} 项没有交上：${stopped}`
  return sent > 0 ? `手机里存的 ${String(sent)} 项已交上` : ''
}
