import type { EntryOf, Output } from '@zhixing/contract'
import { taskStates } from '@zhixing/contract/mentoring-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import { NewPlacement } from './NewPlacement.tsx'

type Row = Output<EntryOf<'mentoring.placements'>>['rows'][number]
type Task = Row['tasks'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '7rem',
    narrow: true,
    cell: ({ placementId, name }) => <LineLink open={placementId}>{name}</LineLink>,
  },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(8rem, 1fr)',
    cell: (row) => row.organizationName,
  },
  {
    key: 'host',
    title: '在哪里',
    width: 'minmax(8rem, 1fr)',
    narrow: true,
    cell: ({ host }) => host,
  },
  {
    key: 'duty',
    title: '做什么',
    width: 'minmax(8rem, 1fr)',
    spare: true,
    cell: ({ duty }) => duty,
  },
  { key: 'days', title: '起止', width: '13rem', cell: ({ from, until }) => `${from} 至 ${until}` },
  {
    key: 'tasks',
    title: '任务',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ tasks }) =>
      `${String(tasks.filter(({ state }) => state === 'accepted').length)}/${String(tasks.length)}`,
  },
]

/** Who learns by doing where, and how far their tasks are. */
export function Placements() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/mentoring' })
  const change = useSearchChange()
  const may = useMay()
  const [isPlacing, setIsPlacing] = useState(false)
  const answer = useAnswer('mentoring.placements', { organizationId, page, size })
  const step = may('mentoring.manage') ? (
    <Button type="primary" onClick={() => setIsPlacing(true)}>
      安排实践锻炼
    </Button>
  ) : null
  return (
    <>
      <Answered answer={answer}>
        {({ rows, total, waiting }) =>
          total === 0 ? (
            <Empty
              title="还没有安排实践锻炼"
              example="吴新进在信访办接待来访，任务 2/3。"
              step={step}
            >
              选派党员到一线锻炼，定几项任务；本人在手机上报告，支部认可后记实践学时。
            </Empty>
          ) : (
            <>
              <Sentence note="认可后按本地规则记实践学时" step={step}>
                安排实践锻炼 <Count of={total} /> 人次，
                <Count of={waiting} stress={waiting > 0} /> 项任务待认可。
              </Sentence>
              <DataList
                label="实践锻炼"
                columns={columns}
                rows={rows}
                keyOf={({ placementId }) => placementId}
              />
              <Pager page={page} size={size} total={total} />
              <Tasks
                row={rows.find(({ placementId }) => placementId === open)}
                close={() => change({ open: undefined })}
              />
            </>
          )
        }
      </Answered>
      {isPlacing ? <NewPlacement close={() => setIsPlacing(false)} /> : null}
    </>
  )
}

function Tasks({ row, close }: { row: Row | undefined; close: () => void }) {
  const may = useMay()
  return (
    <DetailPanel title={row?.name ?? ''} open={row !== undefined} onClose={close}>
      <ul className={details.log}>
        {row?.tasks.map((task) => (
          <li key={task.taskId}>
            {task.title}：{taskStates[task.state]}
            <small>
              {task.dueOn} 前完成{task.text ? `；${task.text}，${String(task.minutes)} 分钟` : ''}
              {task.answer ? `；${task.answer}` : ''}
            </small>
            {may('mentoring.manage') && task.state === 'reported' ? (
              <Judge key={task.version} task={task} />
            ) : null}
          </li>
        ))}
      </ul>
    </DetailPanel>
  )
}

type Judgement = { isAccepted: boolean; answer?: string }

function Judge({ task: { unitId, taskId, version } }: { task: Task }) {
  return (
    <ActForm
      act="mentoring.judgeTask"
      draft=""
      initial={{ isAccepted: true }}
      input={({ isAccepted, answer = '' }: Judgement) => ({
        unitId,
        taskId,
        version,
        isAccepted,
        answer,
      })}
      submit="确定"
      done={() => undefined}
    >
      <Form.Item name="isAccepted" label="支部意见">
        <Radio.Group
          options={[
            { value: true, label: '认可，记学时' },
            { value: false, label: '请补充' },
          ]}
        />
      </Form.Item>
      <Form.Item name="answer" label="说明（请补充的须写明）">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
