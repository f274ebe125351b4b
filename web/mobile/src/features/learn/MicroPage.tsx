import { courseStates } from '@zhixing/contract/course-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { upload } from '@zhixing/kit/upload.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'

/** One's own short lessons: handed in here, released by those above, worth points. */
export function MicroPage() {
  const answer = useAnswer('courses.mine', {})
  return (
    <SubPage title="微党课" back="/learn">
      <Answered answer={answer}>
        {({ rows: lessons, points }) => (
          <>
            <Sentence note="上级采用后，全支部都能学，并记积分。">
              我讲了 <Count of={lessons.length} /> 堂微党课，得 <Count of={points} /> 分。
            </Sentence>
            {lessons.map((one) => (
              <div key={one.courseId} className={rows.row}>
                <h2>{one.title}</h2>
                <p>
                  {courseStates[one.state]}
                  {one.reason ? `：${one.reason}` : ''}
                  {one.points > 0 ? `，${one.points} 分，${one.learners} 人在学` : ''}
                </p>
                <small>{moment(one.at)}</small>
              </div>
            ))}
          </>
        )}
      </Answered>
      <Offer />
    </SubPage>
  )
}

function Offer() {
  const [courseId, setCourseId] = useState(newId)
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState(0)
  const [problem, setProblem] = useState('')
  const { mutateAsync, isPending } = useAct('courses.offer')
  const hand = async () => {
    setProblem('')
    try {
      const content = file
        ? { kind: 'video' as const, fileId: (await send(file, setSent)).fileId }
        : { kind: 'article' as const, body: paragraphs(text) }
      await mutateAsync({ courseId, title, summary: text.slice(0, 100), content })
      setCourseId(newId())
      setTitle('')
      setText('')
      setFile(undefined)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '没有交上，请再试一次')
    }
  }
  return (
    <section>
      <h2 className={rows.title}>交一堂微党课</h2>
      <label className={form.field}>
        题目
        <input maxLength={100} value={title} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label className={form.field}>
        讲稿（有视频时作简介）
        <textarea
          rows={6}
          maxLength={20_000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <VideoChoice choose={setFile} />
      <p className={form.problem} role="alert">
        {problem}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        loadingText={sent > 0 && sent < 1 ? `已传 ${Math.round(sent * 100)}%` : '正在提交'}
        disabled={title.trim() === '' || (!file && text.trim() === '')}
        onClick={() => void hand()}
      >
        提交审核
      </Button>
    </section>
  )
}

function VideoChoice({ choose }: { choose: (file: File | undefined) => void }) {
  return (
    <label className={form.field}>
      视频（MP4，可不传）
      <input
        type="file"
        accept=".mp4,video/mp4"
        onChange={({ target }) => choose(target.files?.[0])}
      />
    </label>
  )
}

function send(file: File, onProgress: (part: number) => void) {
  return upload(file, { purpose: 'video', onProgress, signal: new AbortController().signal })
}

/** Lines become paragraphs; signs that mean something to a browser mean themselves. */
function paragraphs(text: string): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return plain
    .split(/\n+/)
    .map((line) => `<p>${line}</p>`)
    .join('')
}
