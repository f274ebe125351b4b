import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { rollCounts } from '../roll-counts.ts'
import type { Activity } from '../state.ts'

export function RecordHeadline({ activity }: { activity: Activity }) {
  const { title, organizationName, groupName, startsAt, endsAt, place } = activity
  const day = dayOf(startsAt)
  const where = [organizationName, groupName].filter(Boolean).join(' ')
  const when = `${monthDay(day)} ${weekday(day)} ${timeOf(startsAt)}—${timeOf(endsAt)}`
  return (
    <Sentence note={[where, when, place].filter(Boolean).join(' · ')}>
      {title}：<Now activity={activity} />
    </Sentence>
  )
}

function Now({ activity }: { activity: Activity }) {
  const { due, present, unmarked } = rollCounts(activity)
  const { stage, cancelled } = activity
  if (cancelled) return <>已取消。</>
  if (stage === 'plan' || stage === 'call')
    return (
      <>
        应到 <Count of={due} /> 人，还没有发出通知。
      </>
    )
  if (stage === 'roll')
    return (
      <>
        应到 <Count of={due} /> 人，已到 <Count of={present} /> 人
        {unmarked > 0 ? (
          <>
            ，<Count of={unmarked} /> 人未点名
          </>
        ) : null}
        。
      </>
    )
  return (
    <>
      应到 <Count of={due} /> 人，实到 <Count of={present} /> 人，
      {stage === 'minutes' ? '记录还没有关闭。' : '已关闭，学时已记入。'}
    </>
  )
}
