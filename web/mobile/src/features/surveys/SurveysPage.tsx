import { surveyKinds } from '@zhixing/contract/survey-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'

/** What I am asked, and what I have answered. */
export function SurveysPage() {
  const answer = useAnswer('surveys.mine', {})
  return (
    <SubPage title="请我答的问卷" back="/me">
      <Answered answer={answer}>
        {({ rows: surveys }) =>
          surveys.length === 0 ? (
            <Empty title="没有请您答的问卷" example="党员教育培训需求调研：您想学什么、怎么学。">
              组织发来问卷时，这里和收件箱都会有。
            </Empty>
          ) : (
            <>
              <Sentence note="匿名问卷谁也查不到哪份是您的">
                <Count
                  of={surveys.filter((one) => !one.isAnswered && one.state === 'open').length}
                />{' '}
                份问卷等您答。
              </Sentence>
              {surveys.map(
                ({ unitId, surveyId, title, kind, isAnonymous, state, until, isAnswered }) => (
                  <div key={surveyId} className={rows.row}>
                    <h2>
                      <Link to="/surveys/$unitId/$surveyId" params={{ unitId, surveyId }}>
                        {title}
                      </Link>
                    </h2>
                    <p>
                      {surveyKinds[kind]} · {isAnonymous ? '匿名' : '实名'}
                    </p>
                    <small>{stateOf({ isAnswered, isOpen: state === 'open', until })}</small>
                  </div>
                ),
              )}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

type State = { isAnswered: boolean; isOpen: boolean; until: string }

function stateOf({ isAnswered, isOpen, until }: State): string {
  if (isAnswered) return '已经答过'
  return isOpen ? `${monthDay(until)}前作答` : '已经结束'
}
