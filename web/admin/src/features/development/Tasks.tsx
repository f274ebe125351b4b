import { taskOwners } from '@zhixing/contract/development-words.ts'
import { Form, Input, Button } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import details from '../../ui/Details.module.css'
import styles from './Development.module.css'
import { keyOf, type Shown } from './shown.ts'

type Task = Shown['tasks'][number]

/** What the applicant is to practise and what others have taken on, each by its day. */
export function Tasks({ shown }: { shown: Shown }) {
  const [open, setOpen] = useState<Task>()
  const close = () => setOpen(undefined)
  if (shown.tasks.length === 0) return null
  return (
    <section className={styles.part}>
      <h2>培养计划</h2>
      <ul>
        {shown.tasks.map((task) => (
          <li key={task.taskId} className={styles.task}>
            <span>
              {taskOwners[task.owner]}：{task.title}
              <small>
                {task.doneOn ? (
                  `${task.doneOn} 办结，${task.doneByName}：${task.result}`
                ) : (
                  <span className={task.isLate ? details.late : undefined}>
                    {task.dueOn} 前{task.isLate ? '，已逾期' : ''}
                  </span>
                )}
              </small>
            </span>
            {shown.may.keep && shown.next && task.doneOn === null ? (
              <Button size="small" onClick={() => setOpen(task)}>
                办结
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <DetailPanel title={open?.title ?? ''} open={open !== undefined} onClose={close}>
        {open ? (
          <ActForm
            act="development.finish"
            draft=""
            initial={{}}
            input={({ result }: { result: string }) => ({
              ...keyOf(shown),
              taskId: open.taskId,
              result,
            })}
            submit="办结"
            done={close}
            cancel={close}
          >
            <Form.Item name="result" label="做了什么" rules={needed('写清做了什么')}>
              <Input.TextArea rows={4} maxLength={1000} />
            </Form.Item>
          </ActForm>
        ) : null}
      </DetailPanel>
    </section>
  )
}
