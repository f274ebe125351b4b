import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Checkbox, Form, Input } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { keyOf, type ClassState } from './class.ts'
import styles from './Classes.module.css'

type Values = { results?: { actual?: string; isMet?: boolean }[] }

/** What became of the goals of a class that is over; whoever keeps it says so until it is archived. */
export function GoalReport({ state }: { state: ClassState }) {
  const { goalResults, application, completedAt, can } = state
  if (!completedAt || application.goals.length === 0) return null
  const mayReport = can.keep && (state.state === 'completed' || state.state === 'settled')
  if (goalResults.length === 0 && mayReport) return <Report state={state} />
  return (
    <ul className={styles.checks} aria-label="目标达到情况">
      {goalResults.map(({ goal, actual, isMet }) => (
        <li key={goal}>
          <Shape name={isMet ? 'check' : 'triangleHollow'} />
          <span>
            {goal}：{actual} <small>{isMet ? '达到了' : '没有达到'}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Report({ state }: { state: ClassState }) {
  const { goals } = state.application
  return (
    <ActForm
      act="classes.reportGoals"
      draft={`class-goals:${state.classId}`}
      initial={{ results: goals.map(() => ({ isMet: true })) }}
      input={({ results = [] }: Values) => ({
        ...keyOf(state),
        version: state.version,
        results: goals.map(({ goal }, at) => ({
          goal,
          actual: results[at]?.actual ?? '',
          isMet: results[at]?.isMet ?? false,
        })),
      })}
      submit="报告目标达到情况"
      done={() => undefined}
    >
      {goals.map(({ goal, measure }, at) => (
        <div key={goal}>
          <p>
            目标：{goal}
            {measure ? `（${measure}）` : ''}
          </p>
          <Form.Item
            name={['results', at, 'actual']}
            label="实际达到的情况"
            rules={needed('写明实际情况')}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={['results', at, 'isMet']} valuePropName="checked">
            <Checkbox>达到了</Checkbox>
          </Form.Item>
        </div>
      ))}
    </ActForm>
  )
}
