import type { EntryOf, Output } from '@zhixing/contract'
import { leaderPlanStates, leaderWays } from '@zhixing/contract/leader-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import { Folded } from '../../ui/SayForm.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import { PlanForm } from './PlanForm.tsx'
import { StudyForm } from './StudyForm.tsx'

export type Sheet = NonNullable<Output<EntryOf<'leaders.mine'>>['sheet']>

/** Of a leading cadre: the branches I look after, what I mean to study this year, and what I have. */
export function LeadersPage() {
  const answer = useAnswer('leaders.mine', {})
  return (
    <SubPage title="联系支部与学习" back="/me">
      <Answered answer={answer}>
        {({ sheet }) =>
          sheet ? (
            <Mine sheet={sheet} />
          ) : (
            <Empty title="这里是领导干部的联系支部和学习计划">
              您不在领导干部名单里。支部的学习安排看“学习内容”和“我的培训班”。
            </Empty>
          )
        }
      </Answered>
    </SubPage>
  )
}

function Mine({ sheet }: { sheet: Sheet }) {
  const { plan, points, due, year } = sheet
  const left = plan.items.filter(({ isDone }) => !isDone).length
  return (
    <>
      <Sentence
        note={`每年到联系支部 ${due.visits} 次、讲课 ${due.lessons} 次，由支部记入活动记录。`}
      >
        联系 <Count of={points.length} /> 个支部；{year}年学习计划{leaderPlanStates[plan.state]}
        {left > 0 ? (
          <>
            ，还有 <Count of={left} stress /> 项没有学完
          </>
        ) : null}
        。
      </Sentence>
      <Points sheet={sheet} />
      <Plan sheet={sheet} />
      <h2 className={rows.title}>记一次学习</h2>
      <StudyForm sheet={sheet} />
      <Studies sheet={sheet} />
    </>
  )
}

function Points({ sheet: { points } }: { sheet: Sheet }) {
  if (points.length === 0) return null
  return (
    <>
      <h2 className={rows.title}>我联系的支部</h2>
      {points.map(({ pointId, organizationName, from, visits, lessons, there }) => (
        <div key={pointId} className={rows.row}>
          <h3>{organizationName}</h3>
          <p>
            今年去过 {visits} 次，讲课 {lessons} 次
          </p>
          <small>
            {monthDay(from)}起联系
            {there.length > 0 ? `；最近：${there[there.length - 1]?.title ?? ''}` : ''}
          </small>
        </div>
      ))}
    </>
  )
}

function Plan({ sheet }: { sheet: Sheet }) {
  const { plan, year } = sheet
  return (
    <>
      <h2 className={rows.title}>{year}年学习计划</h2>
      {plan.goal ? <p>{plan.goal}</p> : null}
      {plan.items.map((item) => (
        <div key={item.itemId} className={rows.row}>
          <h3>{item.title}</h3>
          <p className={rows.state}>
            <span>
              {leaderWays[item.way]}，{monthDay(item.dueOn)}前
            </span>
            <span>{stateSaid(item)}</span>
          </p>
        </div>
      ))}
      <Folded word={plan.state === 'none' ? '写学习计划' : '调整学习计划'}>
        <PlanForm key={plan.version} sheet={sheet} />
      </Folded>
    </>
  )
}

function stateSaid({
  isDone,
  isOverdue,
  minutes,
  doneMinutes,
  times,
}: Sheet['plan']['items'][number]) {
  if (isDone) return '已完成'
  const done =
    minutes === null ? `已学 ${times} 次` : `${hours(doneMinutes)}/${hours(minutes)} 小时`
  return isOverdue ? `逾期，${done}` : done
}

function Studies({ sheet: { studies, ledgerMinutes } }: { sheet: Sheet }) {
  return (
    <>
      <h2 className={rows.title}>学习记录</h2>
      {[...studies].reverse().map(({ studyId, on, way, title, minutes, note }) => (
        <div key={studyId} className={rows.row}>
          <h3>{title}</h3>
          <p>{note}</p>
          <small>
            {monthDay(on)}，{leaderWays[way]} {minutes} 分钟
          </small>
        </div>
      ))}
      <Link to="/me/hours" className={rows.row}>
        学时台账另有 {hours(ledgerMinutes)} 学时 ›
      </Link>
    </>
  )
}
