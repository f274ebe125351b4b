import { dayOf } from '@zhixing/kit/format/clock.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import { StepLog } from '../../../ui/procedure/StepLog.tsx'
import details from '../../../ui/Details.module.css'
import styles from '../Plans.module.css'
import type { Plan } from './plan.ts'

/** Who decided what about the plan, its editions, and the one step that comes next. */
export function Approval({ plan }: { plan: Plan }) {
  const { unitId, planId, version, editions, can } = plan
  const decide = useAct('plans.decide')
  const revise = useAct('plans.revise')
  return (
    <div className={styles.part}>
      <StepLog
        unitId={unitId}
        subject={`plan:${planId}`}
        decide={(decision) => decide.mutate({ unitId, planId, ...decision })}
        isPending={decide.isPending}
        problem={decide.error?.message}
        empty="还没有提交。每个项目写明目标和预期效果以后，在页首提交审批。"
      />
      <h3>批准过的版次</h3>
      {editions.length === 0 ? (
        <p>还没有批准过。</p>
      ) : (
        <PlainTable
          columns={['版次', '批准日期', '批准人', '项目', '专题', '名额']}
          rows={editions.map((one) => [
            `第 ${one.edition} 版`,
            dayOf(one.approvedAt),
            one.approvedByName,
            String(one.items),
            String(one.topics),
            String(one.persons),
          ])}
        />
      )}
      {can.close ? (
        <p className={details.acts}>
          <Button
            loading={revise.isPending}
            onClick={() => revise.mutate({ unitId, planId, version })}
          >
            修订（新版批准前，原来的继续执行）
          </Button>
        </p>
      ) : null}
    </div>
  )
}
