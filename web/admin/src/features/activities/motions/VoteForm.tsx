import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../plan/Field.tsx'
import { keyOf, type Activity } from '../state.ts'
import styles from './Motions.module.css'
import type { Motion } from './Motions.tsx'

type Props = { activity: Activity; motion: Motion; close: () => void }

const numbers = [
  ['inFavour', '赞成'],
  ['against', '反对'],
  ['abstained', '弃权'],
] as const

/** A show of hands as it was called out: numbers only. */
export function VoteForm({ activity, motion, close }: Props) {
  const { inFavour, against, abstained } = motion
  const [votes, setVotes] = useState({ inFavour, against, abstained })
  const { mutate, isPending, error } = useAct('motions.vote')
  const { motionId, version } = motion
  const { present = 0, toPass = 0 } = activity.electorate ?? {}
  const cast = votes.inFavour + votes.against + votes.abstained
  const save = () =>
    mutate({ ...keyOf(activity), motionId, version, ...votes }, { onSuccess: close })
  return (
    <Modal
      open
      title="登记举手表决"
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          返回
        </Button>,
        <Button key="save" type="primary" loading={isPending} disabled={cast === 0} onClick={save}>
          记下结果
        </Button>,
      ]}
    >
      <p>{motion.text}</p>
      <div className={styles.numbers}>
        {numbers.map(([key, label]) => (
          <Field key={key} label={label}>
            <InputNumber
              min={0}
              max={present}
              value={votes[key]}
              onChange={(value) => setVotes({ ...votes, [key]: value ?? 0 })}
            />
          </Field>
        ))}
      </div>
      <p>
        到会有表决权的 {present} 人，已登记 {cast} 票；赞成 {toPass} 票通过。
      </p>
      <p role="alert" className={styles.problem}>
        {error?.message}
      </p>
    </Modal>
  )
}
