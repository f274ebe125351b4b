import type { EntryOf, Output } from '@zhixing/contract'
import { leaderPlanStates } from '@zhixing/contract/leader-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { LeaderPanel } from './LeaderPanel.tsx'

type Answer = Output<EntryOf<'leaders.list'>>
export type Leader = Answer['rows'][number]

const size = 50

const columns: Column<Leader>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ memberId, name }) => <LineLink open={memberId}>{name}</LineLink>,
  },
  { key: 'posts', title: '职务', width: 'minmax(8rem, 1fr)', cell: ({ posts }) => posts },
  {
    key: 'points',
    title: '联系支部',
    width: '5rem',
    number: true,
    cell: ({ points }) => points,
  },
  {
    key: 'visits',
    title: '去过',
    width: '4rem',
    number: true,
    narrow: true,
    cell: ({ visits }) => visits,
  },
  {
    key: 'lessons',
    title: '讲课（联系点/本支部）',
    width: '9rem',
    number: true,
    cell: ({ lessons, ownLessons }) => `${lessons}/${ownLessons}`,
  },
  {
    key: 'plan',
    title: '学习计划',
    width: '8rem',
    cell: ({ planState, items, itemsDone }) =>
      planState === 'none'
        ? leaderPlanStates.none
        : `${leaderPlanStates[planState]} ${itemsDone}/${items}`,
  },
  {
    key: 'study',
    title: '自记学习',
    width: '6rem',
    number: true,
    cell: ({ studyMinutes }) => `${hours(studyMinutes)} 小时`,
  },
  {
    key: 'lacks',
    title: '要提醒的',
    width: 'minmax(8rem, 1fr)',
    narrow: true,
    cell: ({ lacks }) => lacks.join('，') || '没有',
  },
]

/** Which leader looks after which branch and was there, and how far each is with what they meant to study. */
export function ContactsPage() {
  const { organizationId } = useOrganization()
  const {
    gap = false,
    page = 1,
    text = '',
    open,
    ...search
  } = useSearch({
    from: '/shell/leaders/contacts',
  })
  const year = search.year ?? Number(thisDay().slice(0, 4))
  const change = useSearchChange()
  const asked = { organizationId, year, onlyLacking: gap, text, page, size }
  const answer = useAnswer('leaders.list', asked)
  return (
    <Page>
      <Answered answer={answer}>
        {(leaders) => {
          const chosen = leaders.rows.find(({ memberId }) => memberId === open)
          return (
            <>
              <Headline leaders={leaders} year={year} />
              <Filters choices={<YearSelect year={year} />}>
                <SearchText label="按姓名查找" placeholder="姓名" text={text} />
                <Checkbox
                  checked={gap}
                  onChange={({ target }) =>
                    change({ gap: target.checked || undefined, page: undefined })
                  }
                >
                  只看要提醒的
                </Checkbox>
              </Filters>
              <Rows rows={leaders.rows} isFiltered={gap || text !== ''} />
              <Pager page={page} size={size} total={leaders.total} />
              <DetailPanel
                title={chosen ? `${chosen.name}：联系支部和学习` : ''}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? <LeaderPanel key={chosen.memberId} leader={chosen} year={year} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Headline({ leaders, year }: { leaders: Answer; year: number }) {
  const { lacking, withoutPoint, withoutPlan, due } = leaders
  return (
    <Sentence
      note={`每年到联系支部不少于 ${due.visits} 次、在那里讲课不少于 ${due.lessons} 次，按支部已办结的记录计；学习计划由本人在手机上写。`}
      step={<LinkButton to="/leaders">双重组织生活</LinkButton>}
    >
      {year}年 <Count of={withoutPoint} stress={withoutPoint > 0} /> 名领导干部没有联系支部，
      <Count of={withoutPlan} stress={withoutPlan > 0} /> 人学习计划没有报送，共{' '}
      <Count of={lacking} /> 人要提醒。
    </Sentence>
  )
}

function Rows({ rows, isFiltered }: { rows: Leader[]; isFiltered: boolean }) {
  if (rows.length === 0)
    return (
      <Empty title={isFiltered ? '没有这样的领导干部' : '还没有领导干部'}>
        {isFiltered
          ? '换个条件看看。'
          : '在党组织担任委员以上职务、或标记为“党员领导干部”的党员列在这里。'}
      </Empty>
    )
  return (
    <DataList label="领导干部" columns={columns} rows={rows} keyOf={({ memberId }) => memberId} />
  )
}
