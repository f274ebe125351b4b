import { pollKinds } from '@zhixing/contract/interaction-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Input, InputNumber, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Field } from '../activities/plan/Field.tsx'
import details from '../../ui/Details.module.css'
import styles from './Floor.module.css'
import type { FloorKey } from './FloorPart.tsx'

type Kind = keyof typeof pollKinds
type Words = { title: string; kind: Kind; lines: string; max: number | null }

/** Written in half a minute while people wait: the question, and an option a line. */
export function PollForm({ floorKey, close }: { floorKey: FloorKey; close: () => void }) {
  const [pollId] = useState(newId)
  const [words, setWords] = useState<Words>({ title: '', kind: 'single', lines: '', max: null })
  const { mutate, isPending, error } = useAct('interaction.addPoll')
  const { title, kind, lines, max } = words
  const options = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const save = () =>
    mutate(
      { ...floorKey, pollId, title, kind, options, max: kind === 'multiple' ? max : null },
      { onSuccess: close },
    )
  return (
    <Modal
      open
      title="拟投票题"
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          返回
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={isPending}
          disabled={title.trim().length < 2 || options.length < 2}
          onClick={save}
        >
          保存投票题
        </Button>,
      ]}
    >
      <Fields words={words} set={setWords} />
      <p role="alert" className={details.problem}>
        {error?.message}
      </p>
    </Modal>
  )
}

function Fields({ words, set }: { words: Words; set: (words: Words) => void }) {
  const { title, kind, lines, max } = words
  return (
    <div className={styles.form}>
      <Field label="问什么">
        <Input
          autoFocus
          maxLength={300}
          placeholder="例：下次主题党日去哪里？"
          value={title}
          onChange={({ target }) => set({ ...words, title: target.value })}
        />
      </Field>
      <Radio.Group
        aria-label="单选还是多选"
        options={choicesOf(pollKinds)}
        value={kind}
        onChange={({ target }) =>
          set({ ...words, kind: target.value === 'multiple' ? 'multiple' : 'single' })
        }
      />
      {kind === 'multiple' ? (
        <Field label="最多选几项（不填不限）">
          <InputNumber
            min={2}
            max={8}
            value={max}
            onChange={(value) => set({ ...words, max: value })}
          />
        </Field>
      ) : null}
      <Field label="选项，一行一个">
        <Input.TextArea
          autoSize={{ minRows: 4 }}
          placeholder={'敬老院\n河堤\n村史馆'}
          value={lines}
          onChange={({ target }) => set({ ...words, lines: target.value })}
        />
      </Field>
    </div>
  )
}
