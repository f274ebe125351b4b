import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import { SayForm } from '../../ui/SayForm.tsx'

type Remark = Output<EntryOf<'remarks.thread'>>['rows'][number]

/** Everybody who learns the same, in whichever unit, talks here. */
export function Discussion({ courseId }: { courseId: string }) {
  const [size, setSize] = useState(10)
  const answer = useAnswer('remarks.thread', { courseId, size })
  const { mutate, isPending, error } = useAct('remarks.say')
  const [remarkId, setRemarkId] = useState(newId)
  const say = (text: string, done: () => void) =>
    mutate(
      { courseId, remarkId, text },
      {
        onSuccess: () => {
          setRemarkId(newId())
          done()
        },
      },
    )
  return (
    <section>
      <h2 className={rows.title}>讨论</h2>
      <Answered answer={answer}>
        {({ rows: remarks, total, rule, postedMinutes }) => (
          <>
            <p className={form.note}>
              {rule}
              {postedMinutes > 0 ? `您已记 ${postedMinutes} 分钟。` : ''}
            </p>
            {remarks.map((one) => (
              <Said key={one.remarkId} remark={one} />
            ))}
            {remarks.length < total ? (
              <button type="button" className={form.quiet} onClick={() => setSize(size + 20)}>
                更早的 {total - remarks.length} 条
              </button>
            ) : null}
          </>
        )}
      </Answered>
      <SayForm
        label="我来说几句"
        word="发表"
        isPending={isPending}
        problem={error?.message}
        send={say}
      />
    </section>
  )
}

function Said({
  remark: { text, name, organizationName, at, minutes, hidden },
}: {
  remark: Remark
}) {
  return (
    <div className={rows.row}>
      <p>{text}</p>
      <small>
        {name}，{organizationName}，{moment(at)}
        {minutes > 0 ? `，记 ${minutes} 分钟` : ''}
        {hidden === null ? '' : `，已被隐藏：${hidden}`}
      </small>
    </div>
  )
}
