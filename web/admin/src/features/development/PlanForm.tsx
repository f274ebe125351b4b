import { taskOwners } from '@zhixing/contract/development-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import styles from './Development.module.css'
import { keyOf, type Shown } from './shown.ts'

type Task = { owner: keyof typeof taskOwners; title: string; dueOn: string }
type Props = { shown: Shown; close: () => void }
const usualDays = 90

/** Tasks of practice and shared duties; the place's own list of duties stands there to begin with. */
export function PlanForm({ shown, close }: Props) {
  const { organizationId } = shown
  const answer = useAnswer('development.practice', { organizationId })
  const dueOn = addDays(thisDay(), usualDays)
  return (
    <Answered answer={answer}>
      {({ duties }) => {
        const tasks = shown.tasks.length > 0 ? [{ owner: 'applicant' as const, title: '' }] : duties
        return (
          <Tasks shown={shown} close={close} tasks={tasks.map((task) => ({ ...task, dueOn }))} />
        )
      }}
    </Answered>
  )
}

function Tasks({ shown, close, tasks }: Props & { tasks: Task[] }) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="development.plan"
      draft=""
      initial={{ tasks }}
      input={({ tasks: asked = [] }: { tasks?: Task[] }) => ({
        ...keyOf(shown),
        formId,
        tasks: asked,
      })}
      submit="下达"
      done={close}
      cancel={close}
    >
      <p>本人和培养联系人在手机上看得到自己的任务，办结后写明做了什么；逾期的标红。</p>
      <Form.List name="tasks">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className={styles.line}>
                <Form.Item name={[name, 'title']} label="任务" rules={needed('写清任务')}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'owner']} label="谁来办">
                  <Select
                    options={keysOf(taskOwners).map((value) => ({
                      value,
                      label: taskOwners[value],
                    }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'dueOn']} label="期限" rules={needed('选日期')}>
                  <Input type="date" min={thisDay()} />
                </Form.Item>
                <Button onClick={() => remove(name)}>去掉这项</Button>
              </fieldset>
            ))}
            <Button
              onClick={() => add({ owner: 'applicant', dueOn: addDays(thisDay(), usualDays) })}
            >
              加一项
            </Button>
          </>
        )}
      </Form.List>
    </ActForm>
  )
}
