import type { EntryOf, Output } from '@zhixing/contract'
import { fullDay } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import { SayForm } from '../../ui/SayForm.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import { Notebook } from './Notebook.tsx'

type Task = Output<EntryOf<'reading.mine'>>['rows'][number]

/** Chapter by chapter: what was asked and what I planned, then the notebook of the year. */
export function ReadingPage() {
  const answer = useAnswer('reading.mine', {})
  return (
    <SubPage title="读书与笔记" back="/learn">
      <Answered answer={answer}>
        {({ rows: tasks }) => {
          const open = tasks.filter(({ done, chapters }) => done.length < chapters.length)
          return (
            <>
              <Sentence note="读完一章打一次卡，写几句心得；断网时请联网后再打卡。">
                有 <Count of={open.length} stress={open.length > 0} /> 份书单没有读完。
              </Sentence>
              {tasks.map((task) => (
                <TaskView key={task.taskId} task={task} />
              ))}
            </>
          )
        }}
      </Answered>
      <PlanForm />
      <Notebook year={Number(thisDay().slice(0, 4))} />
    </SubPage>
  )
}

function TaskView({ task }: { task: Task }) {
  const { title, from, isOwn, isOverdue, dueOn, chapters, done, courseId } = task
  const read = new Map(done.map((one) => [one.chapter, one]))
  const next = chapters.findIndex((_, at) => !read.has(at))
  return (
    <section className={rows.row}>
      <h2>{title}</h2>
      <small>
        {isOwn ? '我的计划' : `${from}布置`}，{fullDay(dueOn)}前读完，已读 {done.length}/
        {chapters.length} 章{isOverdue ? '，已过期限' : ''}
      </small>
      {courseId ? (
        <p>
          <Link to="/learn/$courseId" params={{ courseId }}>
            打开原文 ›
          </Link>
        </p>
      ) : null}
      {chapters.map((chapter, at) => (
        <p key={`${chapter.title}:${String(at)}`}>
          {read.has(at) ? '● ' : '○ '}
          {chapter.title}
          {read.get(at) ? `：${read.get(at)?.note ?? ''}` : ''}
        </p>
      ))}
      {next >= 0 ? <CheckIn task={task} chapter={next} /> : null}
    </section>
  )
}

const charactersMin = 10

function CheckIn({ task, chapter }: { task: Task; chapter: number }) {
  const { mutate, isPending, error } = useAct('reading.checkIn')
  return (
    <SayForm
      label={`读完“${task.chapters[chapter]?.title ?? ''}”的心得（至少 ${charactersMin} 个字）`}
      word="打卡"
      least={charactersMin}
      isPending={isPending}
      problem={error?.message}
      send={(note, done) => mutate({ taskId: task.taskId, chapter, note }, { onSuccess: done })}
    />
  )
}

/** Folded away until somebody wants a plan of their own. */
function PlanForm() {
  const [isOpen, setOpen] = useState(false)
  const [taskId, setTaskId] = useState(newId)
  const [title, setTitle] = useState('')
  const [lines, setLines] = useState('')
  const [dueOn, setDueOn] = useState(`${thisDay().slice(0, 4)}-12-31`)
  const { mutate, isPending, error } = useAct('reading.plan')
  if (!isOpen)
    return (
      <button type="button" className={form.more} onClick={() => setOpen(true)}>
        订一份自己的读书计划
      </button>
    )
  const chapters = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ title: line }))
  const done = () => {
    setOpen(false)
    setTaskId(newId())
    setTitle('')
    setLines('')
  }
  return (
    <section>
      <label className={form.field}>
        书名或计划
        <input maxLength={100} value={title} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label className={form.field}>
        章节，一行一章
        <textarea rows={4} value={lines} onChange={({ target }) => setLines(target.value)} />
      </label>
      <label className={form.field}>
        读完的日期
        <input type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={title.trim() === '' || chapters.length === 0}
        onClick={() => mutate({ taskId, title, chapters, dueOn }, { onSuccess: done })}
      >
        订好了
      </Button>
    </section>
  )
}
