import type { EntryOf, Output } from '@zhixing/contract'
import { leaderPlanStates, leaderWays } from '@zhixing/contract/leader-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { fullDay, moment, monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { OrganizationSelect } from '../organizations/forms/OrganizationSelect.tsx'
import type { Leader } from './ContactsPage.tsx'
import styles from './Leaders.module.css'

type Sheet = Output<EntryOf<'leaders.show'>>
type Point = Sheet['points'][number]

/** One leader's year: where they were, what they taught, what they meant to study and what they did. */
export function LeaderPanel({ leader, year }: { leader: Leader; year: number }) {
  const { unitId, memberId } = leader
  const answer = useAnswer('leaders.show', { unitId, memberId, year })
  return (
    <Answered answer={answer}>
      {(sheet) => (
        <div className={styles.panel}>
          <p className={styles.note}>
            {sheet.posts}；所在支部：{sheet.organizationName}
          </p>
          <Points sheet={sheet} leader={leader} />
          <Plan sheet={sheet} />
          <Studies sheet={sheet} />
        </div>
      )}
    </Answered>
  )
}

function Points({ sheet, leader }: { sheet: Sheet; leader: Leader }) {
  const [isAdding, setAdding] = useState(false)
  const may = useMay()
  return (
    <>
      <h3>联系支部</h3>
      {sheet.points.length === 0 ? <p>还没有安排。</p> : null}
      {sheet.points.map((point) => (
        <OnePoint key={point.pointId} point={point} />
      ))}
      {isAdding ? <AssignForm leader={leader} close={() => setAdding(false)} /> : null}
      {!isAdding && may('leaders.assign') ? (
        <Button onClick={() => setAdding(true)}>安排联系支部</Button>
      ) : null}
    </>
  )
}

function OnePoint({ point }: { point: Point }) {
  const [isEnding, setEnding] = useState(false)
  const may = useMay()
  const { unitId, pointId, organizationName, from, basis, visits, lessons, there } = point
  return (
    <section className={styles.point}>
      <b>{organizationName}</b>
      <small>
        {fullDay(from)}起{basis ? `，${basis}` : ''}；去过 {visits} 次，讲课 {lessons} 次
      </small>
      <ul>
        {there.map(({ activityId, unitId: unit, title, startsAt, isLecturer }) => (
          <li key={activityId}>
            <Link to="/activities/$unitId/$activityId" params={{ unitId: unit, activityId }}>
              {title}
            </Link>
            <span>
              {moment(startsAt)} {isLecturer ? '讲课' : '参加'}
            </span>
          </li>
        ))}
      </ul>
      {isEnding ? (
        <ActForm
          act="leaders.end"
          draft={`end-contact:${pointId}`}
          initial={{}}
          input={({ reason }: { reason: string }) => ({ unitId, pointId, reason })}
          submit="结束联系"
          done={() => setEnding(false)}
          cancel={() => setEnding(false)}
          isSecond
        >
          <Form.Item name="reason" label="原因" rules={[{ required: true, message: '写明原因' }]}>
            <Input placeholder="分工调整" />
          </Form.Item>
        </ActForm>
      ) : null}
      {!isEnding && may('leaders.assign') ? (
        <Button type="link" onClick={() => setEnding(true)}>
          结束联系
        </Button>
      ) : null}
    </section>
  )
}

type Values = { branchId: string; from: string; basis?: string }

function AssignForm({ leader, close }: { leader: Leader; close: () => void }) {
  const { unitId, memberId } = leader
  return (
    <ActForm
      act="leaders.assign"
      draft={`contact:${memberId}`}
      initial={{ from: thisDay() }}
      input={(values: Values) => ({ unitId, memberId, ...values })}
      submit="安排"
      done={close}
      cancel={close}
    >
      <Form.Item
        name="branchId"
        label="党支部"
        rules={[{ required: true, message: '选一个党支部' }]}
      >
        <OrganizationSelect placeholder="支部名称、拼音或代码" />
      </Form.Item>
      <Form.Item name="from" label="从哪天起">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="basis" label="依据">
        <Input placeholder="县委办公室关于领导干部联系支部的通知" />
      </Form.Item>
    </ActForm>
  )
}

function Plan({ sheet: { plan, year } }: { sheet: Sheet }) {
  return (
    <>
      <h3>
        {year}年学习计划（{leaderPlanStates[plan.state]}）
      </h3>
      {plan.goal ? <p>{plan.goal}</p> : null}
      <ul className={styles.items}>
        {plan.items.map((item) => (
          <li key={item.itemId}>
            <b>{item.title}</b>
            <span>
              {leaderWays[item.way]}，{monthDay(item.dueOn)}前
              {item.minutes === null
                ? ''
                : `，${hours(item.doneMinutes)}/${hours(item.minutes)} 小时`}
              ，{stateSaid(item)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function stateSaid({ isDone, isOverdue, times }: Sheet['plan']['items'][number]): string {
  if (isDone) return '已完成'
  return isOverdue ? '逾期' : `已学 ${times} 次`
}

function Studies({ sheet: { studies, ledgerMinutes } }: { sheet: Sheet }) {
  return (
    <>
      <h3>学习记录</h3>
      <p className={styles.note}>
        自记 {studies.length} 次；学时台账同年 {hours(ledgerMinutes)} 学时，由活动、培训班自动记入。
      </p>
      <ul className={styles.items}>
        {studies.map(({ studyId, on, way, title, minutes, note }) => (
          <li key={studyId}>
            <b>{title}</b>
            <span>
              {monthDay(on)}，{leaderWays[way]} {minutes} 分钟
            </span>
            <p>{note}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
