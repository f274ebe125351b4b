import type { EntryOf, Output } from '@zhixing/contract'
import { resultStates } from '@zhixing/contract/floating-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/me.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import details from '../../../ui/Details.module.css'
import styles from '../Floating.module.css'

const size = 50

type Key = { unitId: string; taskId: string }
type Row = Output<EntryOf<'floatingWork.task'>>['rows'][number]

/** One task, and what each has done of it. */
export function TaskPanel({ open }: { open: string | undefined }) {
  const change = useSearchChange()
  const [unitId = '', taskId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel
      title="服务任务"
      open={open !== undefined}
      onClose={() => change({ open: undefined })}
    >
      {open ? <Task key={open} unitId={unitId} taskId={taskId} /> : null}
    </DetailPanel>
  )
}

function Task(key: Key) {
  const may = useMay()
  const { modal } = App.useApp()
  const [page, setPage] = useState(1)
  const answer = useAnswer('floatingWork.task', { ...key, page, size })
  const { mutate } = useAct('floatingWork.endTask')
  const ask = (title: string) =>
    modal.confirm({
      title: `结束“${title}”？`,
      content: '结束后党员不能再报告，已报告的仍可认可。',
      okText: '结束任务',
      cancelText: '取消',
      onOk: () => mutate(key),
    })
  return (
    <Answered answer={answer}>
      {({ title, body, until, endedOn, rows, total }) => (
        <>
          <h2>
            {title} <small>{endedOn ? `${endedOn} 结束` : `${until} 截止`}</small>
          </h2>
          <p className={styles.body}>{body}</p>
          {may('floating.keep') && endedOn === null ? (
            <p className={styles.acts}>
              <Button onClick={() => ask(title)}>结束任务</Button>
            </p>
          ) : null}
          <ul className={details.log}>
            {rows.map((row) => (
              <li key={row.memberId}>
                <Result task={key} row={row} />
              </li>
            ))}
          </ul>
          {total > size ? <Pager page={page} size={size} total={total} turn={setPage} /> : null}
        </>
      )}
    </Answered>
  )
}

function Result({
  task,
  row: { name, organizationName, result, ...who },
}: {
  task: Key
  row: Row
}) {
  const may = useMay()
  const [said, setSaid] = useState('')
  const { mutate, isPending, error } = useAct('floatingWork.judge')
  if (!result)
    return (
      <>
        {name}：还没有报告<small>{organizationName}</small>
      </>
    )
  const judge = (isAccepted: boolean) =>
    mutate({
      ...task,
      memberUnitId: who.unitId,
      memberId: who.memberId,
      version: result.version,
      isAccepted,
      answer: said,
    })
  return (
    <>
      {name}：{resultStates[result.state]}，{result.minutes} 分钟
      <small>{result.text}</small>
      {result.answer ? <small>支部回复：{result.answer}</small> : null}
      {result.state === 'reported' && may('floating.keep') ? (
        <>
          <Input
            aria-label={`给${name}的回复`}
            placeholder="请其补充时写明需要什么"
            value={said}
            maxLength={200}
            onChange={({ target }) => setSaid(target.value)}
          />
          <p role="alert" className={styles.late}>
            {error?.message}
          </p>
          <p className={styles.acts}>
            <Button type="primary" loading={isPending} onClick={() => judge(true)}>
              认可
            </Button>
            <Button onClick={() => judge(false)}>请其补充</Button>
          </p>
        </>
      ) : null}
    </>
  )
}
