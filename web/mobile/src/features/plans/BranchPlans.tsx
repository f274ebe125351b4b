import type { EntryOf, Output } from '@zhixing/contract'
import { lightWords, planStates, quotaCohorts } from '@zhixing/contract/plan-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import rows from '../../ui/Rows.module.css'

type Plan = Output<EntryOf<'plans.list'>>['rows'][number]

/** The branch's own plans and those laid down above, with the places it was given. */
export function BranchPlans({ organizationId }: { organizationId: string }) {
  const answer = useAnswer('plans.list', { organizationId, size: 50 })
  return (
    <section aria-label="本支部的计划和名额">
      <h2 className={rows.title}>本支部的计划和名额</h2>
      <Answered answer={answer}>
        {({ rows: plans }) =>
          plans.length === 0 ? (
            <p>还没有计划。支部学习计划在电脑上起草，上级批准后这里看进度。</p>
          ) : (
            <ul>
              {plans.map((plan) => (
                <PlanLine key={plan.planId} plan={plan} organizationId={organizationId} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  )
}

function PlanLine({ plan, organizationId }: { plan: Plan; organizationId: string }) {
  const { unitId, planId, title, organizationName, state, lights } = plan
  const { data } = useAnswer('plans.quotas', { unitId, planId })
  const own = data?.cells.filter((cell) => cell.organizationId === organizationId) ?? []
  return (
    <li className={rows.row}>
      <h3>{title}</h3>
      <small>
        {organizationName}，{planStates[state]}
        {state === 'approved'
          ? `；时间${lightWords[lights.date]}，质量${lightWords[lights.quality]}，人数${lightWords[lights.count]}`
          : ''}
      </small>
      {own.map(({ cohort, persons, trained }) => (
        <p key={cohort}>
          {data?.year} 年名额：{quotaCohorts[cohort]} {persons} 人，已训 {trained} 人
        </p>
      ))}
    </li>
  )
}
