import { command } from '@zhixing/kit/api.ts'
import { useEffect, useState } from 'react'

type Paper = { unitId: string; attemptId: string; answers: Record<string, string[]> }

const againMillis = 4000

/** Every choice is sent as it is made; without a network it is tried again until it is there. */
export function useAnswers({ unitId, attemptId, answers: kept }: Paper) {
  const [answers, setAnswers] = useState(kept)
  const [saved, setSaved] = useState(kept)
  const [tries, setTries] = useState(0)

  useEffect(() => {
    if (answers === saved) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    command('quizzes.save', { unitId, attemptId, answers }).then(
      () => setSaved(answers),
      () => {
        if (!isOver) timer = setTimeout(() => setTries((count) => count + 1), againMillis)
      },
    )
    return () => {
      isOver = true
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- counting up is what tries it again
  }, [answers, saved, tries, unitId, attemptId])

  const choose = (id: string, given: string[]) => setAnswers((all) => ({ ...all, [id]: given }))
  return { answers, choose, isSaved: answers === saved || tries === 0 }
}
