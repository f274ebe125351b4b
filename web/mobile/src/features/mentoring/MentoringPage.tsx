import type { EntryOf, Output } from '@zhixing/contract'
import { taskStates } from '@zhixing/contract/mentoring-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'
import { Telling } from './Telling.tsx'

type Mine = Output<EntryOf<'mentoring.mine'>>
type Pair = Mine['pairs'][number]
type Session = Pair['rows'][number]
type Task = Mine['placements'][number]['tasks'][number]

/** Whom I lead, who leads me, and what I learn by doing. */
export function MentoringPage() {
  const answer = useAnswer('mentoring.mine', {})
  return (
    <SubPage title="结对与锻炼" back="/me">
      <Answered answer={answer}>
        {({ pairs, placements }) =>
          pairs.length + placements.length === 0 ? (
            <Empty title="还没有结对和锻炼" example="周师傅带我：做群众工作，带教 6 次。">
              支部安排结对、选派锻炼后，在这里登记带教、报告任务。
            </Empty>
          ) : (
            <>
              <Sentence note="带教由一人登记、另一人确认">
                结对 <Count of={pairs.length} /> 对，实践锻炼 <Count of={placements.length} /> 次。
              </Sentence>
              {pairs.map((pair) => (
                <PairView key={pair.pairId} pair={pair} />
              ))}
              {placements.map(({ placementId, host, duty, tasks }) => (
                <section key={placementId}>
                  <h2 className={rows.title}>
                    {host}：{duty}
                  </h2>
                  {tasks.map((task) => (
                    <TaskView key={task.taskId} task={task} />
                  ))}
                </section>
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function PairView({ pair }: { pair: Pair }) {
  const { unitId, pairId, mentorName, learnerName, goal, isMentor, endedOn, sessions } = pair
  const [formId, setFormId] = useState<string>()
  const { mutate, isPending, error } = useAct('mentoring.record')
  return (
    <section>
      <h2 className={rows.title}>{isMentor ? `我带${learnerName}` : `${mentorName}带我`}</h2>
      <p>
        {goal}，带教 {sessions} 次
      </p>
      {formId ? (
        <Telling
          question="教了什么、学会了什么"
          withDay
          isPending={isPending}
          problem={error?.message}
          tell={(told) =>
            mutate({ unitId, pairId, formId, ...told }, { onSuccess: () => setFormId(undefined) })
          }
        />
      ) : null}
      {!formId && endedOn === null ? (
        <Button onClick={() => setFormId(newId())}>登记一次带教</Button>
      ) : null}
      {pair.rows.map((session) => (
        <SessionView key={session.sessionId} session={session} />
      ))}
    </section>
  )
}

function SessionView({ session }: { session: Session }) {
  const { unitId, sessionId, on, minutes, text, byName, isMine, isTrue } = session
  const { mutate, isPending, error } = useAct('mentoring.confirm')
  const words = { true: '已确认', false: '说不属实', null: '等另一方确认' } as const
  return (
    <div className={rows.row}>
      <h3>{text}</h3>
      <small>
        {monthDay(on)}，{minutes} 分钟，{byName}登记，{words[`${isTrue}`]}
      </small>
      {!isMine && isTrue === null ? (
        <div className={form.acts}>
          <Button
            color="primary"
            loading={isPending}
            onClick={() => mutate({ unitId, sessionId, isTrue: true })}
          >
            属实
          </Button>
          <Button onClick={() => mutate({ unitId, sessionId, isTrue: false })}>不属实</Button>
        </div>
      ) : null}
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
    </div>
  )
}

function TaskView({ task }: { task: Task }) {
  const { unitId, taskId, version, title, dueOn, state, answer } = task
  const [isTelling, setIsTelling] = useState(false)
  const { mutate, isPending, error } = useAct('mentoring.reportTask')
  return (
    <div className={rows.row}>
      <h3>{title}</h3>
      <small>
        {monthDay(dueOn)}前完成，{taskStates[state]}
        {answer ? `：${answer}` : ''}
      </small>
      {isTelling ? (
        <Telling
          question="做了什么"
          isPending={isPending}
          problem={error?.message}
          tell={({ text, minutes }) =>
            mutate(
              { unitId, taskId, version, text, minutes },
              { onSuccess: () => setIsTelling(false) },
            )
          }
        />
      ) : null}
      {!isTelling && state !== 'accepted' ? (
        <div className={form.acts}>
          <Button onClick={() => setIsTelling(true)}>报告完成情况</Button>
        </div>
      ) : null}
    </div>
  )
}
