import { moment } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'

/** The notebook of the year, as the branch gave it out; what it wrote in the margin stands below each page. */
export function Notebook({ year }: { year: number }) {
  const answer = useAnswer('reading.notebook', { year })
  return (
    <section>
      <h2 className={rows.title}>学习笔记本</h2>
      <Answered answer={answer}>
        {({ issued, pages }) =>
          issued ? (
            <>
              <p className={form.note}>
                {issued.title}，{issued.by}配发，写了 {pages.length} 页
              </p>
              {pages.map((page) => (
                <div key={page.pageId} className={rows.row}>
                  <h3>{page.title}</h3>
                  <p>{page.text}</p>
                  <small>
                    {moment(page.at)}
                    {page.review ? `，${page.review.by}批阅：${page.review.comment}` : '，未批阅'}
                  </small>
                </div>
              ))}
              <Write year={year} />
            </>
          ) : (
            <p className={form.note}>支部还没有配发 {year} 年的笔记本。</p>
          )
        }
      </Answered>
    </section>
  )
}

function Write({ year }: { year: number }) {
  const [pageId, setPageId] = useState(newId)
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const { mutate, isPending, error } = useAct('reading.write')
  const done = () => {
    setPageId(newId())
    setTitle('')
    setText('')
  }
  return (
    <>
      <label className={form.field}>
        题目
        <input maxLength={100} value={title} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label className={form.field}>
        笔记
        <textarea
          rows={5}
          maxLength={20_000}
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
        disabled={title.trim() === '' || text.trim().length < 2}
        onClick={() => mutate({ pageId, year, title, text, version: 0 }, { onSuccess: done })}
      >
        写好一页
      </Button>
    </>
  )
}
