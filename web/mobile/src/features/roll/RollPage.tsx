import { say } from '@zhixing/kit/roll/kept.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import form from '../../ui/Form.module.css'
import { AwayMinutes } from './AwayMinutes.tsx'
import { KeptHere } from './KeptHere.tsx'
import { MinutesForm } from './MinutesForm.tsx'
import { RollCall } from './RollCall.tsx'
import rollStyles from './Roll.module.css'
import { dueOf, presentOf, unmarkedIdsOf, unmarkedOf, type Activity } from './state.ts'
import { useRecord, type Line } from './use-record.ts'

type Part = 'roll' | 'minutes'
type Props = { activity: Activity; line: Line }

/** The record on a phone in the hand of whoever stands before the people, with a network or without. */
export function RollPage() {
  const key = useParams({ from: '/roll/$unitId/$activityId' })
  const { answer, line } = useRecord(key)
  const [chosen, setPart] = useState<Part>()
  const part = partOf(answer.data, line, chosen)
  return (
    <SubPage
      title={answer.data?.kind.name ?? '点名'}
      back="/activities"
      action={
        answer.data && (line.isAway || answer.data.stage !== 'minutes') ? (
          <Action activity={answer.data} line={line} part={part} go={setPart} />
        ) : null
      }
    >
      <Answered answer={answer}>
        {(activity) => (
          <>
            <Headline activity={activity} line={line} />
            <KeptHere line={line} />
            {isOver(activity) ? null : <Body activity={activity} line={line} part={part} />}
          </>
        )}
      </Answered>
    </SubPage>
  )
}

/** The server leads from the roll to the minutes; without it, whoever holds the phone goes back and forth. */
function partOf(activity: Activity | undefined, { isAway }: Line, chosen: Part | undefined): Part {
  const told = activity?.stage === 'minutes' ? 'minutes' : 'roll'
  return isAway ? (chosen ?? told) : told
}

function isOver({ cancelled, stage }: Activity): boolean {
  return cancelled !== null || stage === 'closed'
}

function Headline({ activity, line }: Props) {
  const { title, stage, cancelled, organizationName, credit } = activity
  const unmarked = unmarkedOf(activity)
  if (cancelled) return <Sentence note={cancelled.reason}>{title}已取消。</Sentence>
  if (stage === 'closed') return <Sentence note={credit.sum}>{title}已关闭，学时已记入。</Sentence>
  const note = line.isReady ? '已存到这部手机，没有网络也能点名、写记录' : organizationName
  return (
    <Sentence
      note={line.isAway ? '没有连上服务器：点名和记录先存在手机里，有网络时自动交上' : note}
    >
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

function Body({ activity, line, part }: Props & { part: Part }) {
  if (part === 'roll') return <RollCall activity={activity} line={line} />
  return line.isAway ? (
    <AwayMinutes activity={activity} line={line} />
  ) : (
    <MinutesForm key={activity.activityId} activity={activity} line={line} />
  )
}

type ActionProps = Props & { part: Part; go: (part: Part) => void }

function Action({ activity, line, part, go }: ActionProps) {
  if (isOver(activity)) return <LinkButton to="/activities">完成</LinkButton>
  if (!line.isAway) return <RollAction activity={activity} />
  if (part === 'minutes')
    return (
      <Button block onClick={() => go('roll')}>
        回到点名
      </Button>
    )
  const unmarked = unmarkedIdsOf(activity)
  return (
    <div className={rollStyles.two}>
      <Button
        block
        disabled={unmarked.length === 0}
        onClick={() => void say(activity, unmarked, 'present')}
      >
        其余 {unmarked.length} 人都到
      </Button>
      <Button block color="primary" onClick={() => go('minutes')}>
        写会议记录
      </Button>
    </div>
  )
}

function RollAction({ activity }: { activity: Activity }) {
  const rest = useAct('activities.markRest')
  const end = useAct('activities.endRoll')
  const { unitId, activityId } = activity
  const unmarked = unmarkedOf(activity)
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
      {end.error ? <p className={form.problem}>{end.error.message}</p> : null}
    </div>
  )
}
