import type { EntryOf, Output } from '@zhixing/contract'
import { resultStates } from '@zhixing/contract/floating-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'
import styles from './Floating.module.css'

type Task = Output<EntryOf<'floatingWork.mine'>>['tasks'][number]

/** The groups I am in, and what I was asked to do for people. */
export function MyFloatingWork() {
  const answer = useAnswer('floatingWork.mine', {})
  return (
    <Answered answer={answer}>
      {({ groups, tasks }) => (
        <>
          {tasks.length > 0 ? <h2 className={rows.title}>服务任务</h2> : null}
          {tasks.map((task) => (
            <MyTask key={task.taskId} task={task} />
          ))}
          {groups.length > 0 ? <h2 className={rows.title}>我的管理群</h2> : null}
          {groups.map(({ groupId, name, keeper, people, names }) => (
            <div key={groupId} className={rows.row}>
              <h3>{name}</h3>
              <p>
                {names.join('、')}
                {people > names.length ? `等 ${String(people)} 人` : ''}
              </p>
              <small>管理员 {keeper}；群里的通知在收件箱</small>
            </div>
          ))}
        </>
      )}
    </Answered>
  )
}

function MyTask({ task }: { task: Task }) {
  const { title, body, until, organizationName, result } = task
  const [isWriting, setIsWriting] = useState(false)
  return (
    <div className={rows.row}>
      <h3>{title}</h3>
      <p>{body}</p>
      <small>
        {organizationName}，{monthDay(until)} 截止
      </small>
      {result ? (
        <p>
          {resultStates[result.state]}
          {result.answer ? `：${result.answer}` : ''}
        </p>
      ) : null}
      {isWriting ? <Report task={task} done={() => setIsWriting(false)} /> : null}
      {!isWriting && result?.state !== 'accepted' ? (
        <button type="button" className={styles.host} onClick={() => setIsWriting(true)}>
          {result ? '改写我的报告' : '报告完成情况'} ›
        </button>
      ) : null}
    </div>
  )
}

function Report({ task: { unitId, taskId, result }, done }: { task: Task; done: () => void }) {
  const [text, setText] = useState(result?.text ?? '')
  const [minutes, setMinutes] = useState(String(result?.minutes ?? 60))
  const { mutate, isPending, error } = useAct('floatingWork.reportTask')
  const version = result?.version ?? 0
  return (
    <>
      <label className={form.field}>
        做了什么
        <textarea
          rows={3}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <label className={form.field}>
        用了多少分钟
        <input
          inputMode="numeric"
          value={minutes}
          onChange={({ target }) => setMinutes(target.value.replace(/\D/g, ''))}
        />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={text.trim().length < 5}
        onClick={() =>
          mutate({ unitId, taskId, version, text, minutes: Number(minutes) }, { onSuccess: done })
        }
      >
        报告
      </Button>
    </>
  )
}
