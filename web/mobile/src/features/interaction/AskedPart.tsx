import { newId } from '@zhixing/kit/new-id.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import type { Asked, Floor } from '@zhixing/kit/ui/floor/Bars.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import type { FloorKey } from './FloorPage.tsx'
import styles from './Floor.module.css'

type Props = { floorKey: FloorKey; floor: Floor }

/** What people want to know, what most ask for first; mine last, under the thumb. */
export function AskedPart({ floorKey, floor: { asked, isOpen } }: Props) {
  return (
    <section>
      <h2 className={rows.title}>提问</h2>
      {asked.length === 0 && isOpen ? <p className={form.note}>还没有人提问。</p> : null}
      {asked.map((one) => (
        <AskedRow key={one.askedId} floorKey={floorKey} asked={one} isOpen={isOpen} />
      ))}
      {isOpen ? <AskForm floorKey={floorKey} /> : null}
    </section>
  )
}

type RowProps = { floorKey: FloorKey; asked: Asked; isOpen: boolean }

function AskedRow({ floorKey, asked, isOpen }: RowProps) {
  const { askedId, name, organizationName, text, answer, answererName, hidden } = asked
  return (
    <div className={rows.row}>
      <h3>{text}</h3>
      <p>
        {name} · {organizationName}
      </p>
      {answer ? (
        <p className={styles.answer}>
          {answererName}：{answer}
        </p>
      ) : null}
      {hidden === null ? (
        <Like floorKey={floorKey} asked={asked} isOpen={isOpen} />
      ) : (
        <small key={askedId}>已隐藏，只有您看得到：{hidden}</small>
      )}
    </div>
  )
}

function Like({ floorKey, asked: { askedId, likes, isLiked, isMine }, isOpen }: RowProps) {
  const { mutate, isPending } = useAct('interaction.like')
  const words = `${likes} 人也想知道`
  if (isMine || !isOpen) return likes > 0 ? <small>{words}</small> : null
  return (
    <button
      type="button"
      className={styles.like}
      aria-pressed={isLiked}
      disabled={isPending}
      onClick={() => mutate({ ...floorKey, askedId, isLiked: !isLiked })}
    >
      {isLiked ? '✓ 我也想知道' : '我也想知道'}
      <span>{likes > 0 ? `${likes} 人` : ''}</span>
    </button>
  )
}

function AskForm({ floorKey }: { floorKey: FloorKey }) {
  const { mutate, isPending, error } = useAct('interaction.ask')
  const [text, setText] = useState('')
  const [askedId, setAskedId] = useState(newId)
  const done = () => {
    setText('')
    setAskedId(newId())
  }
  return (
    <>
      <label className={form.field}>
        我想问（大家看得到您的姓名）
        <textarea
          rows={2}
          maxLength={300}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={text.trim().length < 2}
        onClick={() => mutate({ ...floorKey, askedId, text }, { onSuccess: done })}
      >
        提问
      </Button>
    </>
  )
}
