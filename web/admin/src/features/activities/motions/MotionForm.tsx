import type { Draft, EntryOf } from '@zhixing/contract'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../plan/Field.tsx'
import { keyOf, type Activity } from '../state.ts'
import styles from './Motions.module.css'
import type { Motion } from './Motions.tsx'

type Props = { activity: Activity; motion: Motion | undefined; close: () => void }

/** The words of a motion: what is asked, who asks, what was said about it. */
export function MotionForm({ activity, motion, close }: Props) {
  const [motionId] = useState(() => motion?.motionId ?? newId())
  const [words, setWords] = useState<Words>({
    text: motion?.text ?? '',
    proposerName: motion?.proposerName ?? '',
    discussion: motion?.discussion ?? '',
  })
  const { save, isPending, error } = useKeep(motion, close)
  return (
    <Modal
      open
      title={motion ? '修改议题' : '提出议题'}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          返回
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={isPending}
          disabled={words.text.trim().length < 4}
          onClick={() => save({ ...keyOf(activity), motionId, ...words })}
        >
          {motion ? '保存议题' : '提出'}
        </Button>,
      ]}
    >
      <Fields
        words={words}
        set={(next) => setWords({ ...words, ...next })}
        isVoted={Boolean(motion?.ballot)}
      />
      <p role="alert" className={styles.problem}>
        {error?.message}
      </p>
    </Modal>
  )
}

type Words = { text: string; proposerName: string; discussion: string }
type FieldsProps = { words: Words; set: (next: Partial<Words>) => void; isVoted: boolean }

function Fields({ words, set, isVoted }: FieldsProps) {
  return (
    <div className={styles.form}>
      <Field label="议题">
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 2 }}
          maxLength={1000}
          placeholder="例：是否同意用党费购置活动室图书"
          disabled={isVoted}
          value={words.text}
          onChange={({ target }) => set({ text: target.value })}
        />
      </Field>
      <Field label="提议人">
        <Input
          maxLength={100}
          value={words.proposerName}
          onChange={({ target }) => set({ proposerName: target.value })}
        />
      </Field>
      <Field label="讨论情况">
        <Input.TextArea
          autoSize={{ minRows: 4 }}
          maxLength={5000}
          placeholder="谁说了什么，有哪些不同意见"
          value={words.discussion}
          onChange={({ target }) => set({ discussion: target.value })}
        />
      </Field>
    </div>
  )
}

/** Put before the meeting, or changed where it stands there already. */
function useKeep(motion: Motion | undefined, close: () => void) {
  const propose = useAct('motions.propose')
  const revise = useAct('motions.revise')
  const save = (words: Draft<EntryOf<'motions.propose'>>) =>
    motion
      ? revise.mutate({ ...words, version: motion.version }, { onSuccess: close })
      : propose.mutate(words, { onSuccess: close })
  const isPending = propose.isPending || revise.isPending
  return { save, isPending, error: propose.error ?? revise.error }
}
