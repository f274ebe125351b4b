import { Link } from '@tanstack/react-router'
import type { EntryOf, Output } from '@zhixing/contract'
import { noteMarks, quizKinds } from '@zhixing/contract/quiz-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'

type Quiz = Output<EntryOf<'quizzes.mine'>>['rows'][number]

/** What is to be answered, what is to be answered again, and what came of it. */
export function QuizzesPage() {
  const answer = useAnswer('quizzes.mine', {})
  return (
    <SubPage title="测验" back="/me">
      <Answered answer={answer}>
        {({ rows: quizzes }) => {
          const open = quizzes.filter((quiz) => quiz.closed === '')
          const first = open.find((quiz) => quiz.open) ?? open[0]
          return (
            <>
              {quizzes.length === 0 ? (
                <Empty title="还没有测验" example="“党章知识测验”，20 题，30 分钟，6月30日前答完。">
                  党组织布置的测验和应知应会题会列在这里。
                </Empty>
              ) : (
                <>
                  <Sentence note="开始以后由服务器计时，答案随时保存，断网再回来接着答。">
                    现在可以答 <Count of={open.length} stress={open.length > 0} /> 个测验。
                  </Sentence>
                  <ul>
                    {quizzes.map((quiz) => (
                      <QuizLine key={quiz.quizId} quiz={quiz} isFirst={quiz === first} />
                    ))}
                  </ul>
                </>
              )}
              <LinkButton to="/essentials">翻看应知应会</LinkButton>
              <LinkButton to="/contests">竞赛和名次</LinkButton>
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

function QuizLine({ quiz, isFirst }: { quiz: Quiz; isFirst: boolean }) {
  const { unitId, quizId, title, kind, organizationName, questions, minutes, closesOn } = quiz
  return (
    <li className={rows.row}>
      <h2>{title}</h2>
      <small>
        {quizKinds[kind]}，{organizationName}，{questions} 题，{minutes} 分钟，{monthDay(closesOn)}
        截止
      </small>
      <Standing quiz={quiz} />
      {quiz.closed === '' ? (
        <LinkButton to={`/quizzes/${unitId}/${quizId}`} primary={isFirst}>
          {wordOf(quiz)}
        </LinkButton>
      ) : (
        <p>{quiz.closed}</p>
      )}
    </li>
  )
}

function wordOf({ open, retest }: Quiz): string {
  if (open) return '接着答'
  return retest?.isDue ? '开始复测' : '开始答题'
}

function Standing({ quiz: { best, retest, note } }: { quiz: Quiz }) {
  return (
    <>
      {best ? (
        <p>
          <Link
            to="/quizzes/results/$unitId/$attemptId"
            params={{ unitId: best.unitId, attemptId: best.attemptId }}
          >
            {best.percent} 分，{best.isPassed ? '已通过' : '未通过'}
          </Link>
          {retest ? `；${retestOf(retest)}` : ''}
        </p>
      ) : null}
      {note?.mark ? (
        <p>
          心得评阅：{noteMarks[note.mark]}
          {note.comment ? `，${note.comment}` : ''}
        </p>
      ) : null}
    </>
  )
}

function retestOf({ from, percent }: NonNullable<Quiz['retest']>): string {
  return percent === null ? `${monthDay(from)}起复测` : `复测 ${percent} 分`
}
