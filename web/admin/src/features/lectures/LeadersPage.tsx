import type { EntryOf, Output } from '@zhixing/contract'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
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
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Attended } from './Attended.tsx'

type Answer = Output<EntryOf<'lectures.leaders'>>
export type Leader = Answer['rows'][number]

const size = 50

const columns: Column<Leader>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '7rem',
    narrow: true,
    cell: ({ memberId, name }) => <LineLink open={memberId}>{name}</LineLink>,
  },
  { key: 'posts', title: '职务', width: 'minmax(10rem, 1.4fr)', cell: ({ posts }) => posts },
  {
    key: 'branch',
    title: '所在党支部',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'present',
    title: '实到/应到',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ present, due }) => `${present}/${due}`,
  },
  { key: 'excused', title: '请假', width: '4rem', number: true, cell: ({ excused }) => excused },
  { key: 'absent', title: '缺席', width: '4rem', number: true, cell: ({ absent }) => absent },
  {
    key: 'lastOn',
    title: '最近参加',
    width: '6.5rem',
    cell: ({ lastOn }) => (lastOn ? monthDay(lastOn) : '没有'),
  },
  {
    key: 'lessons',
    title: '讲党课',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ lessons, lessonsDue }) => `${lessons}/${lessonsDue}`,
  },
]

/** Leading cadres as ordinary members: who came to their own branch, who did not, and who owes a lesson. */
export function LeadersPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/leaders' })
  const { gap = false, page = 1, open } = search
  const year = search.year ?? Number(thisDay().slice(0, 4))
  const change = useSearchChange()
  const answer = useAnswer('lectures.leaders', { organizationId, year, onlyGap: gap, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {(leaders) => {
          const chosen = leaders.rows.find(({ memberId }) => memberId === open)
          return (
            <>
              <Headline leaders={leaders} year={year} />
              <Filters choices={<YearSelect year={year} />}>
                <Checkbox
                  checked={gap}
                  onChange={({ target }) =>
                    change({ gap: target.checked || undefined, page: undefined })
                  }
                >
                  只看有缺的
                </Checkbox>
              </Filters>
              <Leaders rows={leaders.rows} />
              <Pager page={page} size={size} total={leaders.total} />
              <DetailPanel
                title={chosen ? `${chosen.name}在所在支部的组织生活` : ''}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? <Attended leader={chosen} year={year} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Headline({ leaders, year }: { leaders: Answer; year: number }) {
  const { total, withGap, lessonsLacking } = leaders
  return (
    <Sentence
      note="以普通党员身份参加所在支部、党小组的组织生活；党组织委员以上任职和标记为“党员领导干部”的列在这里。"
      step={
        <LinkButton to="/requirements?requirement=leaderLessons">讲党课的要求和进度</LinkButton>
      }
    >
      {year}年 <Count of={total} /> 名领导干部中，
      <Count of={withGap} stress={withGap > 0} /> 人有没到的组织生活，
      <Count of={lessonsLacking} stress={lessonsLacking > 0} /> 人党课还没有讲够。
    </Sentence>
  )
}

function Leaders({ rows }: { rows: Leader[] }) {
  if (rows.length === 0)
    return (
      <Empty title="没有列入的领导干部" example="段某某，镇党委委员，应到 9 次，实到 8 次。">
        在“党组织”里登记党委委员任职，或在党员名册里加上“党员领导干部”标签，就会列在这里。
      </Empty>
    )
  return (
    <DataList
      label="领导干部双重组织生活"
      columns={columns}
      rows={rows}
      keyOf={({ memberId }) => memberId}
    />
  )
}
