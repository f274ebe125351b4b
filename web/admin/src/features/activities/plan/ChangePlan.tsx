import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import styles from '../record/Record.module.css'
import { keyOf, type Activity } from '../state.ts'
import { PlanFields } from './PlanFields.tsx'
import { isComplete, planOf, valuesOf } from './plan-values.ts'

type Props = { activity: Activity; close: () => void }

/** Works from the version it opened: who was overtaken is told, and what was typed stays. */
export function ChangePlan({ activity, close }: Props) {
  const [values, setValues] = useState(() => valuesOf(activity))
  const [version] = useState(activity.version)
  const { mutate, isPending, error } = useAct('activities.change')
  const save = () =>
    mutate({ ...keyOf(activity), version, ...planOf(values) }, { onSuccess: close })
  return (
    <Modal
      open
      width="62rem"
      title="修改计划"
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          不改了
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={isPending}
          disabled={!isComplete(values)}
          onClick={save}
        >
          保存修改
        </Button>,
      ]}
    >
      {activity.call ? <p>已经发过通知：时间或地点有变的，保存时会再通知大家。</p> : null}
      <PlanFields kind={activity.kind} values={values} change={setValues} />
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </Modal>
  )
}
