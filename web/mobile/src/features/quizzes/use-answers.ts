import { command } from '@zhixing/kit/api.ts'
import { useCallback, useEffect, useRef, useState } from 'react'

type Paper = { unitId: string; attemptId: string; answers: Record<string, string[]> }

const againMillis = 4000

/** Every choice is sent as it is made; without a network it is tried again until it is there. */
export function useAnswers({ unitId, attemptId, answers: kept }: Paper) {
  const [answers, setAnswers] = useState(kept)
  const [isSaved, setSaved] = useState(true)
  const latest = useRef(kept)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    const sent = latest.current
    try {
      await command('quizzes.save', { unitId, attemptId, answers: sent })
      if (sent === latest.current) setSaved(true)
    } catch {
      setSaved(false)
      timer.current = setTimeout(() => void send(), againMillis)
    }
  }, [unitId, attemptId])
  useEffect(() => () => clearTimeout(timer.current), [])

  const choose = useCallback(
    (id: string, given: string[]) => {
      latest.current = { ...latest.current, [id]: given }
      setAnswers(latest.current)
      void send()
    },
    [send],
  )
  return { answers, choose, isSaved }
}
