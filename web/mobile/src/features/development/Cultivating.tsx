import type { EntryOf, Output } from '@zhixing/contract'
import { applicantStages } from '@zhixing/contract/development-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import { PlanTasks } from './PlanTasks.tsx'
import { Saying } from './Saying.tsx'

type One = Output<EntryOf<'development.mine'>>['cultivating'][number]
const textLeast = 4

/** Somebody whom I cultivate, and the place to say how they are. */
export function Cultivating({ one }: { one: One }) {
  const { unitId, applicantId, name, organizationName, stage, inspectOn, isInspectionLate, tasks } =
    one
  const [formId, setFormId] = useState(newId)
  const { mutate, isPending, error } = useAct('development.observe')
  return (
    <>
      <div className={rows.row}>
        <h2>
          {name}（{applicantStages[stage]}）
        </h2>
        <small>
          {organizationName}
          {inspectOn ? `，${inspectOn} 前考察` : ''}
          {isInspectionLate ? '，已逾期' : ''}
        </small>
        <Saying
          key={formId}
          open="登记考察"
          question="思想、学习、工作表现和不足"
          least={textLeast}
          isPending={isPending}
          problem={error?.message}
          say={(text) =>
            mutate(
              { unitId, applicantId, formId, on: thisDay(), text },
              { onSuccess: () => setFormId(newId()) },
            )
          }
        />
      </div>
      <PlanTasks of={one} tasks={tasks} owner="contact" />
    </>
  )
}
