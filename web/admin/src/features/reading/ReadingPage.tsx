import type { EntryOf, Output } from '@zhixing/contract'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import styles from '../topics/Topics.module.css'
import { AssignForm } from './AssignForm.tsx'
import { Notebooks } from './Notebooks.tsx'

type Row = Output<EntryOf<'reading.list'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '书目或文件',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ taskId, title }) => <LineLink open={taskId}>{title}</LineLink>,
  },
  { key: 'from', title: '布置单位', width: 'minmax(8rem, 1fr)', cell: ({ from }) => from },
  { key: 'dueOn', title: '期限', width: '6rem', cell: ({ dueOn }) => monthDay(dueOn) },
  {
    key: 'chapters',
    title: '章数',
    width: '5rem',
    number: true,
    cell: ({ chapters }) => chapters.length,
  },
  {
    key: 'people',
    title: '读完/开始/应读',
    width: '9rem',
    number: true,
    narrow: true,
    cell: ({ done, begun, people }) => `${done}/${begun}/${people.toLocaleString('zh-CN')}`,
  },
  {
    key: 'state',
    title: '状态',
    width: '5rem',
    cell: ({ isWithdrawn }) => (isWithdrawn ? '已撤回' : '在读'),
  },
]

/** What is read here and how far, and the notebooks that the branch looks through. */
export function ReadingPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/reading' })
  const answer = useAnswer('reading.list', { organizationId, page, size })
  const change = useSearchChange()
  const may = useMay()
  const [isAssigning, setAssigning] = useState(false)
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total }) => {
          const chosen = rows.find(({ taskId }) => taskId === open)
          return (
            <>
              <Sentence
                note="逐章打卡，心得支部看得到；本人的读书计划只有本人看得到。"
                step={
                  may('reading.assign') ? (
                    <Button type="primary" onClick={() => setAssigning(true)}>
                      布置阅读任务
                    </Button>
                  ) : null
                }
              >
                <Progress rows={rows} />
              </Sentence>
              {total === 0 ? (
                <Empty
                  title="还没有阅读任务"
                  example="“原著选读”，6 章，6月30日前读完，32 人中 20 人已读完。"
                >
                  布置书目或文件，写明章节和期限，党员在手机上逐章打卡写心得。
                </Empty>
              ) : (
                <DataList
                  label="阅读任务"
                  columns={columns}
                  rows={rows}
                  keyOf={({ taskId }) => taskId}
                />
              )}
              <Pager page={page} size={size} total={total} />
              <DetailPanel
                title={chosen?.title ?? ''}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? <Readers key={chosen.taskId} task={chosen} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
      <div className={styles.after}>
        <Notebooks />
      </div>
      {isAssigning ? <AssignForm close={() => setAssigning(false)} /> : null}
    </Page>
  )
}

function Progress({ rows }: { rows: Row[] }) {
  const open = rows.filter(({ isWithdrawn }) => !isWithdrawn)
  const done = open.reduce((sum, one) => sum + one.done, 0)
  return (
    <>
      在读 <Count of={open.length} /> 项阅读任务，读完 <Count of={done} /> 人次。
    </>
  )
}

function Readers({ task }: { task: Row }) {
  const { organizationId } = useOrganization()
  const may = useMay()
  const { taskId, chapters, isWithdrawn } = task
  const answer = useAnswer('reading.people', { taskId, organizationId, size: 100 })
  const { mutate, isPending, error } = useAct('reading.withdraw')
  return (
    <>
      <ol>
        {chapters.map(({ title }) => (
          <li key={title}>{title}</li>
        ))}
      </ol>
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            <p>应读 {total} 人</p>
            <ul className={styles.list} aria-label="谁读到哪里">
              {rows.map((one) => (
                <li key={one.memberId}>
                  <span>
                    {one.name} <small>{one.organizationName}</small>
                  </span>
                  <small>
                    {one.chapters}/{chapters.length} 章
                    {one.lastOn ? `，${monthDay(one.lastOn)}：${one.lastNote}` : ''}
                  </small>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      {may('reading.assign') && !isWithdrawn ? (
        <Button loading={isPending} onClick={() => mutate({ taskId })}>
          撤回任务
        </Button>
      ) : null}
      <p role="alert" className={details.late}>
        {error?.message}
      </p>
    </>
  )
}
