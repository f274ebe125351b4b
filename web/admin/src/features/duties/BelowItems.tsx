import { monthDay } from '@zhixing/kit/format/day.ts'
import type { EntryOf, Output } from '@zhixing/contract'
import { dutyLevels, dutyStates } from '@zhixing/contract/duty-words.ts'
import { posts } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Section } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { DutyState } from './DutyState.tsx'

type Row = Output<EntryOf<'duties.items'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'organization',
    title: '党组织',
    width: 'minmax(8rem, 14rem)',
    narrow: true,
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'title',
    title: '责任事项',
    width: 'minmax(8rem, 1fr)',
    narrow: true,
    cell: ({ title, periodLabel }) => `${title}（${periodLabel}）`,
  },
  {
    key: 'holder',
    title: '责任人',
    width: '9rem',
    cell: ({ post, holderName }) => `${posts[post]} ${holderName || '（空缺）'}`,
  },
  { key: 'dueOn', title: '时限', width: '7rem', cell: ({ dueOn }) => monthDay(dueOn) },
  {
    key: 'state',
    title: '状态',
    width: '7rem',
    narrow: true,
    cell: ({ state }) => <DutyState state={state} />,
  },
]

/** The duties behind the numbers; what is late, unless something else is asked. */
export function BelowItems() {
  const { organizationId } = useOrganization()
  const { year, level, state = 'overdue', page = 1 } = useSearch({ from: '/shell/duties/below' })
  const change = useSearchChange()
  const asked = { ...(year ? { year } : {}), ...(level ? { level } : {}) }
  const answer = useAnswer('duties.items', { organizationId, ...asked, state, page, size })
  return (
    <Section
      title={`${level ? dutyLevels[level] : '各级'}的责任事项`}
      aside={
        <Select
          aria-label="按状态看"
          value={state}
          options={choicesOf(dutyStates)}
          onChange={(value) => change({ state: value, page: undefined })}
        />
      }
    >
      <Answered answer={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty title={`没有${dutyStates[state]}的责任事项`}>
              在上面选一级组织，或在右边换一种状态看。
            </Empty>
          ) : (
            <>
              <DataList
                label="责任事项"
                columns={columns}
                rows={rows}
                keyOf={(row) => `${row.organizationId}:${row.templateId}:${row.period}`}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
    </Section>
  )
}
