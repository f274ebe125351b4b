import { ballots } from '@zhixing/contract/life-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, InputNumber, Modal, Radio } from 'antd'
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

/** The count as it was called out; numbers only, by whichever way people voted. */
export function VoteForm({ activity, motion, close }: Props) {
  const [ballot, setBallot] = useState<keyof typeof ballots>(motion.ballot ?? 'hands')
  const { inFavour, against, abstained } = motion
  const [votes, setVotes] = useState({ inFavour, against, abstained })
  const { mutate, isPending, error } = useAct('motions.vote')
  const { motionId, version } = motion
  const { present = 0, toPass = 0 } = activity.electorate ?? {}
  const cast = votes.inFavour + votes.against + votes.abstained
  const save = () =>
    mutate({ ...keyOf(activity), motionId, version, ballot, ...votes }, { onSuccess: close })
  return (
    <Modal
      open
      title="登记表决"
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
      <Radio.Group
        aria-label="表决方式"
        options={choicesOf(ballots)}
        value={ballot}
        onChange={({ target }) => setBallot(target.value === 'secret' ? 'secret' : 'hands')}
      />
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
