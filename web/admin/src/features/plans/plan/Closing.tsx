import { dayOf } from '@zhixing/kit/format/clock.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Checkbox, Form, Input } from 'antd'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import styles from '../Plans.module.css'
import type { Plan } from './plan.ts'

/** Expected beside actual, once the plan is over. */
export function Closing({ plan }: { plan: Plan }) {
  if (plan.closing) return <Closed closing={plan.closing} />
  if (!plan.can.close)
    return (
      <Empty title="还没有总结">
        项目都开展或取消以后，由制定单位总结：预期与实际逐项对照，建议带到下一期。
      </Empty>
    )
  return <CloseForm plan={plan} />
}

function Closed({ closing }: { closing: NonNullable<Plan['closing']> }) {
  return (
    <div className={styles.part}>
      <p>
        {closing.byName}，{dayOf(closing.at)} 总结：{closing.actual}
      </p>
      <h3>预期与实际</h3>
      <ul>
        {closing.comparisons.map(({ key, what, expected, actual, isMet, suggestion }) => (
          <li key={key}>
            <Shape name={isMet ? 'check' : 'triangleHollow'} /> {what}：
            {isMet ? '与预期一致' : '与预期有差距'}
            <small>
              预期：{expected}
              <br />
              实际：{actual}
              {suggestion ? (
                <>
                  <br />
                  建议：{suggestion}
                </>
              ) : null}
            </small>
          </li>
        ))}
      </ul>
      <h3>给下一期的建议</h3>
      <p>{closing.suggestions}</p>
    </div>
  )
}

type Values = {
  actual: string
  suggestions: string
  goals?: { actual?: string; isMet?: boolean }[]
}

/** What classes reported of a goal is not written again. */
function reachedOf(reports: Plan['goalReports'], id: string) {
  const own = reports.filter(({ goalId }) => goalId === id)
  const actual = own.map(({ title, actual: said }) => `${title}：${said}`).join('；')
  return { actual: actual.slice(0, 200), isMet: own.every(({ isMet }) => isMet) }
}

function CloseForm({ plan: { unitId, planId, version, goals, goalReports } }: { plan: Plan }) {
  return (
    <ActForm
      act="plans.close"
      draft={`plan-close:${planId}`}
      initial={{ goals: goals.map(({ id }) => reachedOf(goalReports, id)) }}
      input={({ actual, suggestions, goals: reached = [] }: Values) => ({
        unitId,
        planId,
        version,
        actual,
        suggestions,
        goals: goals.map(({ id }, at) => ({
          id,
          actual: reached[at]?.actual ?? '',
          isMet: reached[at]?.isMet ?? false,
        })),
      })}
      submit="总结并对照"
      done={() => undefined}
    >
      {goals.map(({ id, text, measure, target }, at) => (
        <div key={id} className={styles.group}>
          <p>
            目标：{text}（{[measure, target].filter(Boolean).join('，')}）
          </p>
          <Form.Item
            name={['goals', at, 'actual']}
            label="实际达到的情况"
            rules={[{ required: true, message: '写明实际情况' }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={['goals', at, 'isMet']} valuePropName="checked">
            <Checkbox>达到了</Checkbox>
          </Form.Item>
        </div>
      ))}
      <Form.Item
        name="actual"
        label="实际效果"
        rules={[{ required: true, message: '写明实际效果' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} />
      </Form.Item>
      <Form.Item
        name="suggestions"
        label="给下一期的建议"
        rules={[{ required: true, message: '写明建议' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} />
      </Form.Item>
    </ActForm>
  )
}
