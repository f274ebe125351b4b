import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import styles from '../activities/Activities.module.css'
import { MinutesForm } from './MinutesForm.tsx'
import { RollCall } from './RollCall.tsx'
import rollStyles from './Roll.module.css'
import { dueOf, presentOf, unmarkedOf, type Activity } from './state.ts'

const lookAgainMs = 4_000

/** People sign in from their own phones while somebody calls the roll here. */
function whileRolling(activity: Activity | undefined): number | false {
  return activity?.stage === 'roll' ? lookAgainMs : false
}

/** The record on a phone in the hand of whoever stands before the people: roll, a few lines, closed. */
export function RollPage() {
  const key = useParams({ from: '/roll/$unitId/$activityId' })
  const answer = useAnswer('activities.show', key, { every: whileRolling })
  return (
    <SubPage
      title={answer.data?.kind.name ?? '点名'}
      back="/activities"
      action={hasAction(answer.data) ? <Action activity={answer.data} /> : null}
    >
      <Answered answer={answer}>
        {(activity) => (
          <>
            <Headline activity={activity} />
            <Body activity={activity} />
          </>
        )}
      </Answered>
    </SubPage>
  )
}

/** Minutes have their buttons below the text they send. */
function hasAction(activity: Activity | undefined): activity is Activity {
  return activity !== undefined && activity.stage !== 'minutes'
}

function Headline({ activity }: { activity: Activity }) {
  const { title, stage, cancelled, organizationName, credit } = activity
  const unmarked = unmarkedOf(activity)
  if (cancelled) return <Sentence note={cancelled.reason}>{title}已取消。</Sentence>
  if (stage === 'closed') return <Sentence note={credit.sum}>{title}已关闭，学时已记入。</Sentence>
  return (
    <Sentence note={organizationName}>
      应到 <Count of={dueOf(activity)} /> 人，已到 <Count of={presentOf(activity)} /> 人
      {unmarked > 0 ? (
        <>
          ，<Count of={unmarked} /> 人未点
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Body({ activity }: { activity: Activity }) {
  const { stage, cancelled } = activity
  if (cancelled || stage === 'closed') return null
  return stage === 'minutes' ? (
    <MinutesForm activity={activity} />
  ) : (
    <RollCall activity={activity} />
  )
}

function Action({ activity }: { activity: Activity }) {
  const rest = useAct('activities.markRest')
  const end = useAct('activities.endRoll')
  const { unitId, activityId, stage, cancelled } = activity
  const unmarked = unmarkedOf(activity)
  if (cancelled || stage === 'closed') return <LinkButton to="/activities">完成</LinkButton>
  return (
    <div className={rollStyles.two}>
      <Button
        block
        disabled={unmarked === 0}
        loading={rest.isPending}
        onClick={() => rest.mutate({ unitId, activityId, mark: 'present' })}
      >
        其余 {unmarked} 人都到
      </Button>
      <Button
        block
        color="primary"
        disabled={unmarked > 0}
        loading={end.isPending}
        onClick={() => end.mutate({ unitId, activityId })}
      >
        结束点名
      </Button>
      {end.error ? <p className={styles.problem}>{end.error.message}</p> : null}
    </div>
  )
}
