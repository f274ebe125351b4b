import { useAct } from '@zhixing/kit/use-answer.ts'
import type { Floor } from '@zhixing/kit/ui/floor/Bars.tsx'
import { Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../activities/plan/Field.tsx'
import details from '../../ui/Details.module.css'
import styles from './Floor.module.css'
import type { FloorKey } from './FloorPart.tsx'

type Props = { floorKey: FloorKey; floor: Floor }

/** A task for small groups, who is in which, and what each brought back. */
export function Groups({ floorKey, floor: { groups, isOpen } }: Props) {
  const [isDealing, setDealing] = useState(false)
  const isJoined = groups.some(({ people }) => people.length > 0)
  return (
    <>
      {groups.length > 0 ? <p className={styles.task}>分组题目：{groups[0]?.task}</p> : null}
      <ol className={styles.lines} aria-label="分组">
        {groups.map(({ groupId, number, people, report, reporterName }) => (
          <li key={groupId}>
            <p>
              <b>第 {number} 组</b>
              <small>{people.length > 0 ? people.join('、') : '还没有人'}</small>
            </p>
            {report ? (
              <p className={styles.answer}>
                {report}（{reporterName}执笔）
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {isOpen && !isJoined ? (
        <Button onClick={() => setDealing(true)}>
          {groups.length > 0 ? '重新分组' : '分组讨论'}
        </Button>
      ) : null}
      {isDealing ? <DealForm floorKey={floorKey} close={() => setDealing(false)} /> : null}
    </>
  )
}

function DealForm({ floorKey, close }: { floorKey: FloorKey; close: () => void }) {
  const [task, setTask] = useState('')
  const [count, setCount] = useState(3)
  const { mutate, isPending, error } = useAct('interaction.makeGroups')
  return (
    <Modal
      open
      title="分组讨论"
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          返回
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={isPending}
          disabled={task.trim().length < 2}
          onClick={() => mutate({ ...floorKey, task, count }, { onSuccess: close })}
        >
          分成 {count} 组
        </Button>,
      ]}
    >
      <div className={styles.form}>
        <Field label="讨论什么，交什么成果">
          <Input
            autoFocus
            maxLength={300}
            placeholder="例：本村怎么做，写三条"
            value={task}
            onChange={({ target }) => setTask(target.value)}
          />
        </Field>
        <Field label="分几组">
          <InputNumber min={1} max={20} value={count} onChange={(value) => setCount(value ?? 3)} />
        </Field>
      </div>
      <p>大家在手机上自己选组；有人进组以后不能重分。</p>
      <p role="alert" className={details.problem}>
        {error?.message}
      </p>
    </Modal>
  )
}
