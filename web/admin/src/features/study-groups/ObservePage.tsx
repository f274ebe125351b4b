import type { EntryOf, Output } from '@zhixing/contract'
import { observationSheet } from '@zhixing/contract/study-sheet.ts'
import { observationGrades } from '@zhixing/contract/study-words.ts'
import { isAhead } from '@zhixing/kit/format/clock.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { useSearch } from '@tanstack/react-router'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'

type Task = Output<EntryOf<'studyGroups.myObservations'>>['rows'][number]

const columns: Column<Task>[] = [
  {
    key: 'group',
    title: '中心组',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ observationId, groupName }) => <LineLink open={observationId}>{groupName}</LineLink>,
  },
  { key: 'title', title: '学习主题', width: 'minmax(9rem, 1fr)', cell: ({ title }) => title },
  {
    key: 'at',
    title: '时间',
    width: '9rem',
    narrow: true,
    cell: ({ startsAt }) => moment(startsAt),
  },
  { key: 'place', title: '地点', width: 'minmax(8rem, 1fr)', cell: ({ place }) => place },
  {
    key: 'state',
    title: '记录表',
    width: '6rem',
    narrow: true,
    cell: ({ grade, startsAt }) => {
      if (grade) return `已评${observationGrades[grade]}`
      return isAhead(startsAt) ? '未开始' : '待填'
    },
  },
]

/** Where the reader is sent to sit in, and the sheet of each; the same as in the hand. */
export function ObservePage() {
  const { open } = useSearch({ from: '/shell/observe' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const answer = useAnswer('studyGroups.myObservations', {})
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows }) => {
          const task = rows.find(({ observationId }) => observationId === open)
          return rows.length === 0 ? (
            <Empty title="没有派给您的旁听" example="6 月 10 日 9 时，东河镇党委中心组学习。">
              上级派您去旁听中心组学习时，这里会列出时间地点，听完填记录表。
            </Empty>
          ) : (
            <>
              <Sentence note="听完点开填旁听记录表，手机上也可以填。">
                还有 <Count of={rows.filter(({ state }) => state === 'assigned').length} stress />{' '}
                次旁听没有填。
              </Sentence>
              <DataList
                label="派给我的旁听"
                columns={columns}
                rows={rows}
                keyOf={({ observationId }) => observationId}
              />
              <DetailPanel title="旁听记录表" open={task !== undefined} onClose={close}>
                {task ? <Sheet key={task.observationId} task={task} close={close} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Sheet({ task, close }: { task: Task; close: () => void }) {
  const { mutateAsync } = useAct('studyGroups.observe')
  const { unitId, observationId, version, groupName, title, startsAt, because } = task
  const { grade, score, advice } = task
  return (
    <>
      <h2>{groupName}</h2>
      <p>
        {moment(startsAt)}，{title}
      </p>
      {grade ? (
        <p>
          已评{observationGrades[grade]}，{score} 分。{advice}
        </p>
      ) : null}
      {!grade && isAhead(startsAt) ? <p>学习还没有开始，听了再填。{because}</p> : null}
      {!grade && !isAhead(startsAt) ? (
        <FormFiller
          definition={observationSheet}
          initial={{}}
          draft={`observe:${observationId}`}
          submit="交记录表"
          send={async (answers) => {
            await mutateAsync({ unitId, observationId, version, answers })
            close()
          }}
        />
      ) : null}
    </>
  )
}
