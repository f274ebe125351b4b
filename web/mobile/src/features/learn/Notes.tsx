import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import { SayForm } from '../../ui/SayForm.tsx'
import { placeWords } from './words.ts'

type Props = { courseId: string; itemId: string | null; placeSeconds: number }

/** For oneself alone; what is written while something plays remembers where. */
export function Notes({ courseId, itemId, placeSeconds }: Props) {
  const { data } = useAnswer('remarks.notes', { courseId })
  const { mutate, isPending, error } = useAct('remarks.note')
  const [noteId, setNoteId] = useState(newId)
  const atSeconds = itemId ? Math.floor(placeSeconds) : 0
  const keep = (text: string, done: () => void) =>
    mutate(
      { courseId, noteId, itemId, atSeconds, text },
      {
        onSuccess: () => {
          setNoteId(newId())
          done()
        },
      },
    )
  return (
    <section>
      <h2 className={rows.title}>笔记</h2>
      {(data?.rows ?? []).map((note) => (
        <div key={note.noteId} className={rows.row}>
          <p>{note.text}</p>
          <small>{note.atSeconds > 0 ? `记在 ${placeWords(note.atSeconds)}` : '全课'}</small>
        </div>
      ))}
      <SayForm
        label={`记一条${atSeconds > 0 ? `（记在 ${placeWords(atSeconds)}）` : ''}，只有自己看得到`}
        word="保存笔记"
        rows={2}
        isPending={isPending}
        problem={error?.message}
        send={keep}
      />
    </section>
  )
}
