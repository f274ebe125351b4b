import type { EntryOf, Output } from '@zhixing/contract'
import { quizPhases } from '@zhixing/contract/quiz-words.ts'
import { fullDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'
import { NoteForm } from './NoteForm.tsx'
import styles from './Quiz.module.css'
import { resultRoute } from './routes.ts'

type Result = Output<EntryOf<'quizzes.result'>>

/** What came of one sitting, question by question where it may be told, and a word about what it is good for. */
export function ResultPage() {
  const key = resultRoute.useParams()
  const answer = useAnswer('quizzes.result', key)
  return (
    <SubPage title="成绩" back="/quizzes">
      <Answered answer={answer}>
        {(result) => (
          <>
            <Sentence note={noteOf(result)}>
              {quizPhases[result.phase]} <Count of={result.percent} /> 分，
              {result.isPassed ? '通过' : '没有通过'}。
            </Sentence>
            {result.isPassed ? null : <LinkButton to="/quizzes">回测验，看还能不能再答</LinkButton>}
            <NoteForm unitId={result.unitId} attemptId={result.attemptId} />
            <Review review={result.review} />
          </>
        )}
      </Answered>
    </SubPage>
  )
}

function noteOf({ title, right, total, retestOn }: Result): string {
  const again = retestOn ? `；${fullDay(retestOn)}起复测，看看还记得多少` : ''
  return `${title}，${total} 题答对 ${right} 题${again}`
}

function Review({ review }: Pick<Result, 'review'>) {
  if (!review) return <p>答案现在不公布：还可以再答，或者别人正在答同样的题。</p>
  return (
    <ul>
      {review.map(({ id, text, options, keys, given, explanation }) => {
        const isRight = given.length === keys.length && keys.every((one) => given.includes(one))
        const said = (ids: string[]) =>
          options
            .filter((option) => ids.includes(option.id))
            .map((option) => option.text)
            .join('、')
        return (
          <li key={id} className={rows.row}>
            <h2>
              {id}. {text}
            </h2>
            <p className={isRight ? undefined : styles.wrong}>
              {isRight ? '答对了' : `您答：${said(given) || '没有作答'}`}
            </p>
            <p>正确答案：{said(keys)}</p>
            {explanation ? <small>{explanation}</small> : null}
          </li>
        )
      })}
    </ul>
  )
}
