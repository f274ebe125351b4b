import type { EntryOf, Output } from '@zhixing/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react'
import { command } from '../api.ts'
import { keepAnswer, keepBeat, sendBeats } from './beats.ts'
import { findTicket } from './tickets.ts'

type Watch = Output<EntryOf<'courses.watch'>>
export type Check = Watch['checks'][number]
type Beaten = Output<EntryOf<'courses.beat'>>
/** Right or wrong; kept until the network is back; or not taken, because its place was not come to. */
export type Verdict = Beaten['checks'][number] | 'kept' | 'refused'

type Key = { courseId: string; itemId: string }
type Open = { ticket: string; since: number }
type Stretch = { atMs: number; fromMs: number }

/** Without a ticket, nothing counts; with one, what cannot be sent waits. */
export type WatchState = 'waiting' | 'ready' | 'offline' | 'unopened'

const everyMs = 15_000

/**
 * Keeps account of what is played: `begin` and `end` a stretch at a place of the recording, `turn` ends one and begins
 * the next. Time is measured by a clock that nobody can set; what cannot be sent is kept and sent later.
 */
export function useWatching({ courseId, itemId }: Key) {
  const client = useQueryClient()
  const opened = useRef<Open>(undefined)
  const stretch = useRef<Stretch>(undefined)
  const [state, setState] = useState<WatchState>('waiting')
  const [checks, setChecks] = useState<Check[]>([])

  const begin = useCallback((placeMs: number) => {
    if (!opened.current || stretch.current) return
    const atMs = Math.round(performance.now() - opened.current.since)
    stretch.current = { atMs, fromMs: Math.round(placeMs) }
  }, [])

  const end = useCallback((placeMs: number) => {
    const [now, was] = [opened.current, stretch.current]
    stretch.current = undefined
    if (!now || !was) return
    const forMs = Math.round(performance.now() - now.since) - was.atMs
    const toMs = Math.round(placeMs)
    const beat = toMs > was.fromMs && forMs > 0 ? { ...was, forMs, toMs } : undefined
    keepBeat(now.ticket, beat, toMs)
  }, [])

  const tell = useCallback(async () => {
    try {
      const answer = await sendBeats(opened.current?.ticket)
      if (opened.current) setState('ready')
      if (answer?.isItemDone) await client.invalidateQueries()
    } catch {
      if (opened.current) setState('offline')
    }
  }, [client])

  const say = (checkId: string, chosen: string[]) =>
    sayTo(opened.current, { checkId, chosen }, { setChecks, setState })

  useEffect(() => {
    let isGone = false
    const open = async () => {
      const { ticket, checks: asked } = await command('courses.watch', { courseId, itemId })
      if (isGone) return
      opened.current = { ticket, since: performance.now() }
      setChecks(asked)
      setState('ready')
    }
    open().catch(() => {
      if (isGone) return
      // Taken along while there was a network: it counts from then on, for a day.
      opened.current = findTicket(itemId)
      setState(opened.current ? 'offline' : 'unopened')
    })
    return () => {
      isGone = true
    }
  }, [courseId, itemId])

  return { state, begin, end, tell, everyMs, checks, say }
}

type Setters = {
  setChecks: Dispatch<SetStateAction<Check[]>>
  setState: Dispatch<SetStateAction<WatchState>>
}

/** Keeps what was said, tells it, and says what became of it; what was taken is not asked again. */
async function sayTo(
  now: Open | undefined,
  { checkId, chosen }: { checkId: string; chosen: string[] },
  { setChecks, setState }: Setters,
): Promise<Verdict> {
  if (!now) return 'refused'
  const atMs = Math.round(performance.now() - now.since)
  keepAnswer(now.ticket, { checkId, chosen, atMs })
  const take = () => setChecks((some) => some.filter((one) => one.checkId !== checkId))
  try {
    const answer = await sendBeats(now.ticket)
    const verdict = answer?.checks.find((one) => one.checkId === checkId)
    if (verdict) take()
    return verdict ?? 'refused'
  } catch {
    setState('offline')
    take()
    return 'kept'
  }
}
