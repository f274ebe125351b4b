import { ballotKinds, ballotWays } from '@zhixing/contract/ballot-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Field } from '../plan/Field.tsx'
import { keyOf, type Activity } from '../state.ts'
import styles from './Motions.module.css'
import type { Motion } from './Motions.tsx'

type Props = {
  activity: Activity
  motion: Motion
  close: () => void
  opened: (ballotId: string) => void
}
type Kind = 'motion' | 'admission' | 'disposal'

const { motion: motionWord, admission, disposal } = ballotKinds
const kinds = { motion: motionWord, admission, disposal }
const notes: Record<Kind, string> = {
  motion: '到会不少于半数，赞成超过应到会有表决权人数的半数通过。',
  admission:
    '到会超过半数，赞成超过应到会有表决权人数的半数通过；没有到会的可以在计票前交书面意见。逐人表决。',
  disposal: '到会不少于半数，赞成超过应到会有表决权人数的半数通过。逐人表决。',
}

/** Slips for those who are there and have a vote: on their phones, or printed. */
export function BallotForm({ activity, motion, close, opened }: Props) {
  const [way, setWay] = useState<keyof typeof ballotWays>('electronic')
  const [ballotKind, setKind] = useState<Kind>('motion')
  const { mutate, isPending, error } = useAct('motions.openBallot')
  const { motionId, version, vote } = motion
  const isAgain = vote?.state === 'closed'
  const open = () =>
    mutate(
      { ...keyOf(activity), motionId, version, way, ballotKind, isAgain },
      { onSuccess: ({ ballotId }) => opened(ballotId) },
    )
  return (
    <Modal
      open
      title={isAgain ? '重新无记名投票' : '无记名投票'}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          返回
        </Button>,
        <Button key="open" type="primary" loading={isPending} onClick={open}>
          发票
        </Button>,
      ]}
    >
      <p>{motion.text}</p>
      <div className={styles.form}>
        <Field label="事项">
          <Radio.Group
            options={choicesOf(kinds)}
            value={ballotKind}
            onChange={({ target }) => setKind(target.value)}
          />
        </Field>
        <p>{notes[ballotKind]}</p>
        <Field label="方式">
          <Radio.Group
            options={choicesOf(ballotWays)}
            value={way}
            onChange={({ target }) => setWay(target.value)}
          />
        </Field>
      </div>
      <p>
        到会有表决权的 {activity.electorate?.present ?? 0}{' '}
        人各得一张票；后到的人点名以后再按一次“后到的人也发票”。
      </p>
      <p role="alert" className={styles.problem}>
        {error?.message}
      </p>
    </Modal>
  )
}
