import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/me.ts'
import { useOrganization } from '../../../app/organization.ts'
import { Page } from '../../../ui/Page.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Parts } from '../Parts.tsx'
import { NewTask } from './NewTask.tsx'
import { TaskPanel } from './TaskPanel.tsx'

type Row = Output<EntryOf<'floatingWork.tasks'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '任务',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ unitId, taskId, title }) => <LineLink open={`${unitId}~${taskId}`}>{title}</LineLink>,
  },
  {
    key: 'organization',
    title: '布置',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName, groupName }) =>
      groupName ? `${organizationName}，${groupName}` : organizationName,
  },
  {
    key: 'until',
    title: '截止',
    width: '7rem',
    cell: ({ until, endedOn }) => (endedOn ? '已结束' : until),
  },
  { key: 'waiting', title: '待审核', width: '5rem', number: true, cell: ({ waiting }) => waiting },
  {
    key: 'done',
    title: '已认可',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ done, people }) => `${String(done)}/${String(people)}`,
  },
]

/** What members who are away do for people, set by the branch and reported from the phone. */
export function TasksPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/floating/tasks' })
  const may = useMay()
  const [isSetting, setIsSetting] = useState(false)
  const answer = useAnswer('floatingWork.tasks', { organizationId, page, size })
  const step = may('floating.keep') ? (
    <Button type="primary" onClick={() => setIsSetting(true)}>
      布置任务
    </Button>
  ) : null
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty
              title="还没有服务任务"
              example="“为家乡招才引智”，12 人中 3 人已认可，2 人待审核。"
              step={step}
            >
              给流动党员布置服务群众的任务，本人在手机上报告，支部认可或请其补充。
            </Empty>
          ) : (
            <>
              <Sentence note="布置时逐人通知；本人在手机上报告，支部在这里认可" step={step}>
                {total} 项服务任务，
                <Count of={rows.reduce((sum, { waiting }) => sum + waiting, 0)} /> 份报告待审核。
              </Sentence>
              <DataList
                label="服务任务"
                columns={columns}
                rows={rows}
                keyOf={({ taskId }) => taskId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      <TaskPanel open={open} />
      {isSetting ? <NewTask close={() => setIsSetting(false)} /> : null}
    </Page>
  )
}
