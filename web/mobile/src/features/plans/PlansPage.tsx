import type { EntryOf, Output } from '@zhixing/contract'
import { deliveryModes, headings } from '@zhixing/contract/plan-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'
import { BranchPlans } from './BranchPlans.tsx'

type Mine = Output<EntryOf<'plans.mine'>>

/** What the plans hold for me; for who keeps a branch, its plans and its share of the places too. */
export function PlansPage() {
  const answer = useAnswer('plans.mine', {})
  const me = useAnswer('accounts.me', {})
  const branch = me.data?.grants.includes('plans.view')
    ? (me.data.appointments[0]?.organizationId ?? me.data.organization.id)
    : undefined
  return (
    <SubPage title="培训安排" back="/me">
      <Answered answer={answer}>{(mine) => <Own mine={mine} />}</Answered>
      {branch ? <BranchPlans organizationId={branch} /> : null}
    </SubPage>
  )
}

function Own({ mine: { year, standing, items, topics } }: { mine: Mine }) {
  if (items.length === 0 && topics.length === 0)
    return (
      <Empty title={`${year} 年还没有给您安排培训`} example="“支部书记示范班”，3 月，集中面授。">
        上级批准的培训计划里有适合您的岗位和层次的，会列在这里。
      </Empty>
    )
  const open = topics.filter(({ doneMinutes, minMinutes }) => doneMinutes < minMinutes).length
  return (
    <>
      <Sentence note={standing ? `按您的岗位和层次：${standing}` : undefined}>
        {year} 年为您安排 <Count of={items.length} /> 项培训，还有{' '}
        <Count of={open} stress={open > 0} /> 个专题没有学够。
      </Sentence>
      <ul>
        {topics.map((topic) => (
          <li key={topic.topicId} className={rows.row}>
            <h2>{topic.title}</h2>
            <small>
              {headings[topic.heading]}，要学 {hours(topic.minMinutes)} 学时，已学{' '}
              {hours(topic.doneMinutes)}
            </small>
          </li>
        ))}
        {items.map((item) => (
          <li key={item.itemId} className={rows.row}>
            <h2>{item.title}</h2>
            <small>
              {monthDay(item.from)}—{monthDay(item.until)}，{deliveryModes[item.mode].name}，
              {hours(item.minutes)} 学时，{item.organizationName}
            </small>
            {item.parts.map(({ title, isOnline, minutes }) => (
              <p key={title}>
                {isOnline ? '线上' : '线下'}：{title}，{hours(minutes)} 学时
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
