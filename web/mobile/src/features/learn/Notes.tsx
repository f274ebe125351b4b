import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../activities/Activities.module.css'
import rows from '../../ui/Rows.module.css'
import { placeWords } from './words.ts'

type Props = { courseId: string; itemId: string | null; placeSeconds: number }

/** For oneself alone; what is written while something plays remembers where. */
export function Notes({ courseId, itemId, placeSeconds }: Props) {
  const { data } = useAnswer('remarks.notes', { courseId })
  const { mutate, isPending, error } = useAct('remarks.note')
  const [text, setText] = useState('')
  const [noteId, setNoteId] = useState(newId)
  const atSeconds = itemId ? Math.floor(placeSeconds) : 0
  const done = () => {
    setText('')
    setNoteId(newId())
  }
  return (
    <section>
      <h2 className={rows.title}>笔记</h2>
      {(data?.rows ?? []).map((note) => (
        <div key={note.noteId} className={rows.row}>
          <p>{note.text}</p>
          <small>{note.atSeconds > 0 ? `记在 ${placeWords(note.atSeconds)}` : '全课'}</small>
        </div>
      ))}
      <label className={form.reason}>
        记一条{atSeconds > 0 ? `（记在 ${placeWords(atSeconds)}）` : ''}，只有自己看得到
        <textarea
          rows={2}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        loading={isPending}
        disabled={text.trim().length < 2}
        onClick={() => mutate({ courseId, noteId, itemId, atSeconds, text }, { onSuccess: done })}
      >
        保存笔记
      </Button>
    </section>
  )
}
