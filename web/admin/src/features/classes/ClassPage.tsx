import { classSteps } from '@zhixing/contract/class-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { useParams } from '@tanstack/react-router'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { ApplicationPart } from './ApplicationPart.tsx'
import { Closing } from './Closing.tsx'
import { Enrolments } from './Enrolments.tsx'
import { Feedback } from './Feedback.tsx'
import { Settlement } from './Settlement.tsx'
import { Timetable } from './Timetable.tsx'
import { spanOf, type ClassState } from './class.ts'
import { stepOf } from './step.ts'
import styles from './Classes.module.css'

/** One class on one page, from the application to the archive. */
export function ClassPage() {
  const { unitId, classId } = useParams({ from: '/shell/classes/$unitId/$classId' })
  const answer = useAnswer('classes.show', { unitId, classId })
  return (
    <Page>
      <Answered answer={answer}>
        {(state) => (
          <>
            <Sentence
              note={`${state.organizationName} · ${spanOf(state)}${state.partnerName ? ` · 与${state.partnerName}合办` : ''}`}
              step={<LinkButton to="/classes">回到台账</LinkButton>}
            >
              {state.title}：计划 {state.people} 人，已录取 <Count of={state.enrolled} /> 人
              {state.waiting > 0 ? (
                <>
                  ，候补 <Count of={state.waiting} /> 人
                </>
              ) : null}
              。
            </Sentence>
            <Life state={state} />
            {state.state === 'cancelled' ? (
              <Empty title="这个班已经取消">原因：{state.reason}。</Empty>
            ) : (
              <Parts state={state} />
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

const before = new Set(['draft', 'submitted', 'returned', 'refused'])

function Parts({ state }: { state: ClassState }) {
  const isApproved = !before.has(state.state)
  return (
    <>
      <ApplicationPart state={state} />
      {isApproved ? <Enrolments state={state} /> : null}
      {isApproved ? <Timetable state={state} /> : null}
      {state.announcedAt ? <Settlement state={state} /> : null}
      {state.announcedAt ? <Feedback state={state} /> : null}
      {state.announcedAt ? <Closing state={state} /> : null}
    </>
  )
}

/** Where in its life the class is. */
function Life({ state }: { state: ClassState }) {
  const steps = keysOf(classSteps)
  const now = steps.indexOf(stepOf(state))
  const isOver = state.state === 'archived'
  return (
    <ol className={styles.life} aria-label="办理进度">
      {steps.map((step, at) => {
        const isDone = at < now || isOver
        return (
          <li
            key={step}
            data-state={isDone ? 'done' : 'open'}
            aria-current={at === now && !isOver ? 'step' : undefined}
          >
            <Shape name={shapeOf(isDone, at === now)} />
            {classSteps[step]}
          </li>
        )
      })}
    </ol>
  )
}

function shapeOf(isDone: boolean, isNow: boolean) {
  if (isDone) return 'check'
  return isNow ? 'half' : 'ring'
}
