import { moment } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Attachments } from '../minutes/Attachments.tsx'
import { Motions } from '../motions/Motions.tsx'
import { OtherBallots } from '../motions/OtherBallots.tsx'
import { rollCounts } from '../roll-counts.ts'
import { RollTile } from '../roll/RollTile.tsx'
import rollStyles from '../roll/Roll.module.css'
import { keyOf, type Activity } from '../state.ts'
import { AskReason } from './AskReason.tsx'
import styles from './Record.module.css'

/** What the record has become: who, how much, by which rule; and the few things still possible. */
export function ClosedStep({ activity }: { activity: Activity }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Credited activity={activity} />
      <Papers activity={activity} />
      <ClosedRoll activity={activity} />
      <h3 className={styles.heading}>会议记录</h3>
      <p className={styles.minutes}>{activity.minutes}</p>
      {activity.resolution ? (
        <>
          <h3 className={styles.heading}>议定事项</h3>
          <p className={styles.minutes}>{activity.resolution}</p>
        </>
      ) : null}
      <Motions activity={activity} />
      <OtherBallots activity={activity} />
      <Attachments activity={activity} />
      <History activity={activity} />
      {activity.can.close ? (
        <div className={styles.actions}>
          <Button onClick={() => setAsking(true)}>重新打开</Button>
          <span>发现记错了，可以重新打开，改好后再关闭。</span>
        </div>
      ) : null}
      {asking ? <Reopen activity={activity} close={() => setAsking(false)} /> : null}
    </>
  )
}

function Credited({ activity: { credit, closure, lecturerName } }: { activity: Activity }) {
  return (
    <p className={styles.credit}>
      {credit.sum}
      {credit.taughtMinutes > 0
        ? `；授课人${lecturerName}计 ${hours(credit.taughtMinutes)} 学时`
        : ''}
      。共记入 {hours(closure?.postedMinutes ?? 0)} 学时。
      <small>
        依据：{credit.clause}（{credit.from} 起）
      </small>
    </p>
  )
}

function Papers({ activity: { unitId, activityId } }: { activity: Activity }) {
  const address = `/api/activities/${unitId}/${activityId}`
  return (
    <div className={styles.actions}>
      <Button href={`${address}/minutes`}>下载会议记录</Button>
      <Button href={`${address}/register`}>下载签到册</Button>
      <LinkButton to="/meetings/month">回到本月组织生活</LinkButton>
    </div>
  )
}

/** Who was not there can still make it up; a tap on the name asks how. */
function ClosedRoll({ activity }: { activity: Activity }) {
  const [memberId, setMemberId] = useState<string>()
  const chosen = activity.roll.find((entry) => entry.memberId === memberId)
  const { absent, excused } = rollCounts(activity)
  const canMakeUp = activity.can.organize && absent + excused > 0
  return (
    <>
      <h3 className={styles.heading}>
        到会情况{canMakeUp ? <small>点缺席、请假的名字可以登记补课</small> : null}
      </h3>
      <ul className={rollStyles.roll}>
        {activity.roll.map((entry) => (
          <RollTile
            key={entry.memberId}
            entry={entry}
            pen="present"
            note={() => setMemberId(entry.mark === 'present' ? undefined : entry.memberId)}
            disabled={!activity.can.organize || entry.mark === 'present'}
          />
        ))}
      </ul>
      {chosen ? (
        <MakeUp activity={activity} entry={chosen} close={() => setMemberId(undefined)} />
      ) : null}
    </>
  )
}

type MakeUpProps = { activity: Activity; entry: Activity['roll'][number]; close: () => void }

function MakeUp({ activity, entry, close }: MakeUpProps) {
  const { mutate, isPending, error } = useAct('activities.makeUp')
  const { memberId, name } = entry
  return (
    <AskReason
      question={`登记${name}补课，记入 ${hours(activity.credit.minutes)} 学时？`}
      verb="登记补课"
      label="怎样补的"
      pending={isPending}
      problem={error?.message}
      confirm={(how) => mutate({ ...keyOf(activity), memberId, how }, { onSuccess: close })}
      close={close}
    >
      例：参加了 9月28日 第二场；或：自学会议记录，与支部书记交流。学时标明“补课”。
    </AskReason>
  )
}

function Reopen({ activity, close }: { activity: Activity; close: () => void }) {
  const { mutate, isPending, error } = useAct('activities.reopen')
  const posted = hours(activity.closure?.postedMinutes ?? 0)
  return (
    <AskReason
      question={`重新打开${activity.title}，冲销已记的 ${posted} 学时？`}
      verb="重新打开"
      label="重新打开的原因"
      pending={isPending}
      problem={error?.message}
      confirm={(reason) => mutate({ ...keyOf(activity), reason }, { onSuccess: close })}
      close={close}
    >
      已记入的学时逐笔冲销，原分录保留；再次关闭时重新记入。
    </AskReason>
  )
}

function History({ activity: { earlierClosures } }: { activity: Activity }) {
  if (earlierClosures.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>以前的关闭</h3>
      <ul>
        {earlierClosures.map(({ closedAt, closedByName, reopenedAt, reopenReason }) => (
          <li key={closedAt}>
            {moment(closedAt)} 由{closedByName}关闭，{reopenedAt ? moment(reopenedAt) : ''}{' '}
            重新打开：
            {reopenReason}
          </li>
        ))}
      </ul>
    </>
  )
}
