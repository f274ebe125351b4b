import type { EntryOf, Output } from '@zhixing/contract'
import { taskStates } from '@zhixing/contract/conduct-words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import details from '../../ui/Details.module.css'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ConductBar } from './ConductBar.tsx'
import styles from './Conduct.module.css'

type Shown = Output<EntryOf<'conduct.tasks'>>
type Row = Shown['rows'][number]
type State = Row['state']

const size = 50

/** What members were given to do, and what waits for the branch's word. */
export function TasksPage() {
  const { organizationId } = useOrganization()
  const { state, page = 1, open } = useSearch({ from: '/shell/conduct/tasks' })
  const change = useSearchChange()
  const asked = { organizationId, page, size, ...(state ? { state } : {}) }
  const answer = useAnswer('conduct.tasks', asked)
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => {
          const chosen = shown.rows.find(({ taskId }) => taskId === open)
          return (
            <>
              <Sentence note="在“履责月数”里点开一名党员就能分配，正常的也列得出；本人在手机上报告，支部确认。">
                进行中 <Count of={shown.counts.open} /> 项，其中逾期{' '}
                <Count of={shown.late} stress={shown.late > 0} /> 项；待确认{' '}
                <Count of={shown.counts.reported} stress={shown.counts.reported > 0} /> 项。
              </Sentence>
              <ConductBar />
              <FilterChoices<State>
                choices={[
                  {
                    key: undefined,
                    word: '全部',
                    count: Object.values(shown.counts).reduce((sum, one) => sum + one, 0),
                  },
                  ...keysOf(taskStates).map((key) => ({
                    key,
                    word: taskStates[key],
                    count: shown.counts[key],
                  })),
                ]}
                chosen={state}
                choose={(key) => change({ state: key, page: undefined })}
              />
              <Rows shown={shown} page={page} />
              <DetailPanel
                title={chosen?.title ?? '分配的工作'}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? <TaskPanel key={chosen.taskId} row={chosen} shown={shown} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '做什么',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: ({ taskId, title }) => <LineLink open={taskId}>{title}</LineLink>,
  },
  { key: 'name', title: '谁', width: '6rem', narrow: true, cell: ({ name }) => name },
  {
    key: 'branch',
    title: '党支部',
    width: '11rem',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'due', title: '何时完成', width: '8rem', cell: ({ dueOn }) => dueOn },
  {
    key: 'state',
    title: '状态',
    width: '8rem',
    narrow: true,
    cell: ({ state, isLate }) => (
      <span className={isLate ? details.late : undefined}>
        {isLate ? '已逾期' : taskStates[state]}
      </span>
    ),
  },
]

function Rows({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return (
      <Empty title="还没有分配工作" step={<LinkButton to="/conduct">去分配</LinkButton>}>
        给每名党员分配一项力所能及的工作，到期没有做的从那个月起计月数。
      </Empty>
    )
  return (
    <>
      <DataList
        label="分配的工作"
        columns={columns}
        rows={shown.rows}
        keyOf={({ taskId }) => taskId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}

type Values = { state: 'open' | 'done' | 'cancelled'; on: string; note?: string }

function TaskPanel({ row, shown }: { row: Row; shown: Shown }) {
  const { unitId, taskId, version, name, organizationName, givenOn, dueOn, state, report } = row
  const isOver = state === 'done' || state === 'cancelled'
  const choices = [
    { value: 'done', label: '已完成' },
    ...(state === 'reported' ? [{ value: 'open', label: '退回再做' }] : []),
    { value: 'cancelled', label: '撤销' },
  ]
  return (
    <div className={styles.panel}>
      <p>
        {name} · {organizationName} · {taskStates[state]}
      </p>
      <p>
        {givenOn} 分配，{dueOn} 前完成
      </p>
      {report ? <p className={styles.said}>本人报告：{report}</p> : null}
      {shown.mayHandle && !isOver ? (
        <ActForm
          act="conduct.settle"
          draft=""
          initial={{ state: 'done', on: shown.day }}
          input={({ note = '', ...values }: Values) => ({
            ...values,
            note,
            unitId,
            taskId,
            version,
          })}
          submit="记下"
          done={() => undefined}
        >
          <Form.Item name="state" label="看过以后">
            <Select options={choices} />
          </Form.Item>
          <Form.Item name="on" label="哪天">
            <Input type="date" min={givenOn} max={shown.day} />
          </Form.Item>
          <Form.Item name="note" label="说明">
            <Input maxLength={200} />
          </Form.Item>
        </ActForm>
      ) : null}
    </div>
  )
}
