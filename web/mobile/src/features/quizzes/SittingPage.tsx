import { useNavigate } from '@tanstack/react-router'
import type { EntryOf, Output } from '@zhixing/contract'
import { Refused, command } from '@zhixing/kit/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import { AskedQuestion } from './AskedQuestion.tsx'
import { sittingRoute } from './routes.ts'
import styles from './Quiz.module.css'
import { useAnswers } from './use-answers.ts'
import { useTimeLeft } from './use-time-left.ts'

type Paper = Output<EntryOf<'quizzes.start'>>

/** Draws the paper, or goes on with the one that is open. */
export function SittingPage() {
  const key = sittingRoute.useParams()
  const [paper, setPaper] = useState<Paper>()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    command('quizzes.start', key).then(setPaper, (error: Error) => setProblem(error.message))
    // Once for this address.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key.quizId])
  return (
    <SubPage title={paper?.title ?? '测验'} back="/quizzes">
      {problem ? <p role="alert">{problem}</p> : null}
      {paper ? <Sitting paper={paper} /> : null}
    </SubPage>
  )
}

/** One question at a time, in type that can be read without glasses; the time is the server's. */
function Sitting({ paper }: { paper: Paper }) {
  const [at, setAt] = useState(0)
  const { answers, choose, isSaved } = useAnswers(paper)
  const { handIn, isSending, problem } = useHandIn(paper)
  const left = useTimeLeft(paper, () => handIn(answers))
  const asked = paper.questions[at]
  const done = paper.questions.filter(({ id }) => (answers[id]?.length ?? 0) > 0).length
  const isLast = at === paper.questions.length - 1
  if (!asked) return null
  return (
    <div className={styles.sitting}>
      <p className={styles.state} role="status">
        第 {at + 1} / {paper.questions.length} 题，已答 {done} 题，
        <span className={left < 60 ? styles.hurry : undefined}>剩 {clock(left)}</span>
        {isSaved ? '' : '，有答案还没存上，正在重试'}
      </p>
      <AskedQuestion question={asked} given={answers[asked.id] ?? []} choose={choose} />
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <div className={styles.steps}>
        <button type="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
          上一题
        </button>
        {isLast ? (
          <button
            type="button"
            className={styles.primary}
            disabled={isSending}
            onClick={() => handIn(answers)}
          >
            {done < paper.questions.length
              ? `还有 ${paper.questions.length - done} 题没答，交卷`
              : '交卷'}
          </button>
        ) : (
          <button type="button" className={styles.primary} onClick={() => setAt(at + 1)}>
            下一题
          </button>
        )}
      </div>
    </div>
  )
}

function useHandIn({ unitId, attemptId }: Paper) {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState('')
  const navigate = useNavigate()
  const client = useQueryClient()
  const show = async () => {
    await client.invalidateQueries()
    await navigate({
      to: '/quizzes/results/$unitId/$attemptId',
      params: { unitId, attemptId },
      replace: true,
    })
  }
  const handIn = async (answers: Record<string, string[]>) => {
    setSending(true)
    try {
      await command('quizzes.submit', { unitId, attemptId, answers })
      await show()
    } catch (error) {
      // After the bell, or handed in from another phone: what counts is there already.
      if (error instanceof Refused && error.status === 409) await show()
      else setProblem(error instanceof Error ? error.message : '没有交上，请再试')
      setSending(false)
    }
  }
  return { handIn: (answers: Record<string, string[]>) => void handIn(answers), isSending, problem }
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
