import { useAct } from '@zhixing/kit/use-answer.ts'
import type { Asked, Floor } from '@zhixing/kit/ui/floor/Bars.tsx'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { AskReason } from '../activities/record/AskReason.tsx'
import { Field } from '../activities/plan/Field.tsx'
import details from '../../ui/Details.module.css'
import styles from './Floor.module.css'
import type { FloorKey } from './FloorPart.tsx'

type Props = { floorKey: FloorKey; floor: Floor }
type Open = { what: 'answer' | 'hide'; asked: Asked }

/** What people want to know; what most ask for stands first, what was answered below. */
export function AskedLines({ floorKey, floor: { asked, isOpen } }: Props) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <>
      <ol className={styles.lines} aria-label="提问">
        {asked.map((one) => (
          <AskedLine key={one.askedId} asked={one} isOpen={isOpen} open={setOpen} />
        ))}
      </ol>
      {open?.what === 'answer' ? (
        <AnswerForm floorKey={floorKey} asked={open.asked} close={close} />
      ) : null}
      {open?.what === 'hide' ? <Hide floorKey={floorKey} asked={open.asked} close={close} /> : null}
    </>
  )
}

type LineProps = { asked: Asked; isOpen: boolean; open: (open: Open) => void }

function AskedLine({ asked, isOpen, open }: LineProps) {
  const { text, name, organizationName, likes, answer, answererName, hidden } = asked
  return (
    <li className={hidden === null ? undefined : styles.hidden}>
      <p>
        <b>{text}</b>
        <small>
          {name}，{organizationName}
          {likes > 0 ? `，${likes} 人也想知道` : ''}
          {hidden === null ? '' : `，已隐藏：${hidden}`}
        </small>
      </p>
      {answer ? (
        <p className={styles.answer}>
          {answererName}：{answer}
        </p>
      ) : null}
      {isOpen && hidden === null ? (
        <div className={styles.tools}>
          <Button onClick={() => open({ what: 'answer', asked })}>
            {answer ? '改回答' : '回答'}
          </Button>
          <Button onClick={() => open({ what: 'hide', asked })}>隐藏</Button>
        </div>
      ) : null}
    </li>
  )
}

type FormProps = { floorKey: FloorKey; asked: Asked; close: () => void }

function AnswerForm({ floorKey, asked, close }: FormProps) {
  const { mutate, isPending, error } = useAct('interaction.answer')
  const [answer, setAnswer] = useState(asked.answer)
  const { askedId } = asked
  return (
    <Modal
      open
      title="回答提问"
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          返回
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={isPending}
          disabled={answer.trim().length < 2}
          onClick={() => mutate({ ...floorKey, askedId, answer }, { onSuccess: close })}
        >
          发布回答
        </Button>,
      ]}
    >
      <p>{asked.text}</p>
      <Field label="回答，或记下现场的回答">
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 3 }}
          maxLength={2000}
          value={answer}
          onChange={({ target }) => setAnswer(target.value)}
        />
      </Field>
      <p role="alert" className={details.problem}>
        {error?.message}
      </p>
    </Modal>
  )
}

function Hide({ floorKey, asked: { askedId, text }, close }: FormProps) {
  const { mutate, isPending, error } = useAct('interaction.hide')
  return (
    <AskReason
      question="隐藏这个提问？"
      verb="隐藏"
      label="为什么隐藏（提问人看得到）"
      pending={isPending}
      problem={error?.message}
      confirm={(reason) => mutate({ ...floorKey, askedId, reason }, { onSuccess: close })}
      close={close}
    >
      “{text}”不再出现在大家的手机和大屏幕上。
    </AskReason>
  )
}
