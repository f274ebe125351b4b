import type { EntryOf, Output } from '@zhixing/contract'
import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link, useParams } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'
import form from '../../ui/Form.module.css'
import { LeaveForm } from './LeaveForm.tsx'
import { stateOf } from './state.ts'

type Activity = Output<EntryOf<'activities.invitation'>>

/** One activity as its member sees it: when, where, what, and what became of me. */
export function ActivityPage() {
  const key = useParams({ from: '/activities/$unitId/$activityId' })
  const answer = useAnswer('activities.invitation', key)
  const withdraw = useAct('activities.withdrawLeave')
  const action = answer.data?.can.withdrawLeave ? (
    <Button block loading={withdraw.isPending} onClick={() => withdraw.mutate(key)}>
      撤回请假
    </Button>
  ) : null
  return (
    <SubPage title="活动" back="/activities" action={action}>
      <Answered answer={answer}>
        {(activity) => (
          <>
            <Sentence note={activity.organizationName}>{sentenceOf(activity)}</Sentence>
            <Facts activity={activity} />
            {activity.isCancelled ? null : (
              <Link
                to="/floor/activity/$unitId/$aboutId"
                params={{ unitId: key.unitId, aboutId: key.activityId }}
                className={rows.row}
              >
                <h2>现场互动 ›</h2>
                <p>投票、提问、分组讨论</p>
              </Link>
            )}
            <p className={form.problem} role="alert">
              {withdraw.error?.message}
            </p>
            {activity.can.leave ? <LeaveForm activity={activity} /> : null}
          </>
        )}
      </Answered>
    </SubPage>
  )
}

function sentenceOf(activity: Activity): string {
  const { title, mark, note, minutes, isCancelled } = activity
  const { word } = stateOf(activity)
  if (isCancelled) return `${title}已取消。`
  if (minutes > 0) return `${title}：${word}，记 ${hours(minutes)} 学时。`
  if (mark === 'excused') return `${title}：您已请假${note ? `（${note}）` : ''}。`
  return mark ? `${title}：${word}。` : `${title}：请按时参加。`
}

function Facts({ activity }: { activity: Activity }) {
  const { startsAt, endsAt, place, link, hostName, agenda, motions, files } = activity
  const day = dayOf(startsAt)
  return (
    <dl className={form.facts}>
      <dt>时间</dt>
      <dd>
        {monthDay(day)} {weekday(day)} {timeOf(startsAt)}—{timeOf(endsAt)}
      </dd>
      <dt>地点</dt>
      <dd>{place || '线上'}</dd>
      {link ? (
        <>
          <dt>线上</dt>
          <dd>
            <a href={link} rel="noreferrer">
              进入线上会场
            </a>
          </dd>
        </>
      ) : null}
      {hostName ? (
        <>
          <dt>主持</dt>
          <dd>{hostName}</dd>
        </>
      ) : null}
      <dt>议程</dt>
      <dd>
        <ol>
          {agenda.map(({ title, minutes }, at) => (
            <li key={`${title}${String(at)}`}>
              {at + 1}. {title}（{minutes} 分钟）
            </li>
          ))}
        </ol>
      </dd>
      <Outcomes motions={motions} />
      {files.length > 0 ? (
        <>
          <dt>材料</dt>
          <dd>
            {files.map((file) => (
              <p key={file.fileId}>
                <a href={fileAddress(file)}>{file.name}</a>
              </p>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  )
}

/** What was put to the vote and published. */
function Outcomes({ motions }: Pick<Activity, 'motions'>) {
  if (motions.length === 0) return null
  return (
    <>
      <dt>议事结果</dt>
      <dd>
        {motions.map(({ motionId, text, result }) => (
          <p key={motionId}>
            {text}：{result}
          </p>
        ))}
      </dd>
    </>
  )
}
