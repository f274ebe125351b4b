import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { MaterialBar } from './MaterialBar.tsx'

type Row = Output<EntryOf<'materials.viewings'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '看了什么',
    width: 'minmax(9rem, 2fr)',
    narrow: true,
    cell: (row) => row.titleName,
  },
  {
    key: 'who',
    title: '哪个支部',
    width: 'minmax(8rem, 1fr)',
    narrow: true,
    cell: (row) => row.organizationName,
  },
  { key: 'on', title: '哪天', width: '7rem', cell: ({ on }) => on },
  {
    key: 'people',
    title: '人数',
    width: '5rem',
    narrow: true,
    cell: (row) => row.attendance,
  },
  { key: 'note', title: '说明', width: 'minmax(8rem, 1fr)', spare: true, cell: ({ note }) => note },
]

/** Who watched what together. */
export function ViewingsPage() {
  const { organizationId } = useOrganization()
  const { page = 1 } = useSearch({ from: '/shell/materials/viewings' })
  const answer = useAnswer('materials.viewings', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, people, silent }) => (
          <>
            <Sentence note="在书目里点开一张光碟，就能登记观看。">
              观看 <Count of={total} /> 场、
              <Count of={people} /> 人次
              {silent > 0 ? (
                <>
                  ，<Count of={silent} stress /> 个组织领了光碟还没有看
                </>
              ) : null}
              。
            </Sentence>
            <MaterialBar />
            {total === 0 ? (
              <Empty title="还没有观看记录" example="东河村党支部，看《何树林事迹片》，22 人。">
                支部集中看了光碟、影像，登记一次：哪天、多少人。
              </Empty>
            ) : (
              <DataList
                label="观看记录"
                columns={columns}
                rows={rows}
                keyOf={(row) => row.viewingId}
              />
            )}
            <Pager page={page} size={size} total={total} />
          </>
        )}
      </Answered>
    </Page>
  )
}
