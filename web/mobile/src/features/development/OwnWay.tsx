import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import { PlanTasks } from './PlanTasks.tsx'
import { Saying } from './Saying.tsx'

type Own = NonNullable<Output<EntryOf<'development.mine'>>['own']>

/** Where I am, what I have to do, and what was written down about it. */
export function OwnWay({ own }: { own: Own }) {
  const { next, tasks, plan, events, contacts, totals, steps, entries } = own
  return (
    <>
      <h2 className={rows.title}>下一步</h2>
      {next ? (
        <div className={rows.row}>
          <h3>{next.name}</h3>
          <small>
            {next.earliestOn ? `最早 ${next.earliestOn}` : ''}
            {next.dueOn ? ` ${next.dueOn} 前` : ''}
          </small>
        </div>
      ) : null}
      {tasks.map((task) => (
        <div key={task} className={rows.row}>
          {task}
        </div>
      ))}
      <Thought />
      {plan.length > 0 ? <h2 className={rows.title}>培养计划</h2> : null}
      <PlanTasks of={own} tasks={plan} owner="applicant" />
      <Events events={events} />
      <h2 className={rows.title}>我的情况</h2>
      <div className={rows.row}>
        参加活动 {totals.activities} 次；积分 {totals.points} 分；志愿服务{' '}
        {hours(totals.serviceMinutes)} 小时；思想汇报 {totals.thoughts} 份
        {contacts.length > 0 ? <small>联系培养我的：{contacts.join('、')}</small> : null}
      </div>
      <h2 className={rows.title}>二十五步</h2>
      <ol>
        {steps.map(({ key, name, number, on, isNow }) => (
          <li key={key} className={rows.row}>
            <span className={rows.state}>
              <span>
                <Shape name={shapeOf(isNow, on)} /> {number}. {name}
              </span>
              {on ?? ''}
            </span>
          </li>
        ))}
      </ol>
      <h2 className={rows.title}>记录</h2>
      {entries.length === 0 ? <div className={rows.row}>还没有记录。</div> : null}
      {entries.map(({ what, text, on, byName }) => (
        <div key={`${what}${on}${text}`} className={rows.row}>
          {what}：{text}
          <small>
            {' '}
            {on}，{byName}
          </small>
        </div>
      ))}
    </>
  )
}

function Events({ events }: Pick<Own, 'events'>) {
  return (
    <>
      {events.length > 0 ? <h2 className={rows.title}>可以参加的活动</h2> : null}
      {events.map(({ title, startsAt, place }) => (
        <div key={`${title}${startsAt}`} className={rows.row}>
          {title}
          <small>
            {' '}
            {moment(startsAt)}
            {place ? `，${place}` : ''}
          </small>
        </div>
      ))}
    </>
  )
}

function shapeOf(isNow: boolean, on: string | null): ShapeName {
  if (isNow) return 'half'
  return on ? 'check' : 'ring'
}

function Thought() {
  const [formId, setFormId] = useState(newId)
  const { mutate, isPending, error } = useAct('development.tell')
  return (
    <Saying
      key={formId}
      open="交一份思想汇报"
      question="思想汇报（至少 20 个字）"
      least={20}
      isPending={isPending}
      problem={error?.message}
      say={(text) => mutate({ formId, text }, { onSuccess: () => setFormId(newId()) })}
    />
  )
}
