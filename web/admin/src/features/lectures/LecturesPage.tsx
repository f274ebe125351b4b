import { lectureTypes, speakers } from '@zhixing/contract/life-words.ts'
import type { EntryOf, Output } from '@zhixing/contract'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Rota } from './Rota.tsx'
import { Tally } from './Tally.tsx'

type Row = Output<EntryOf<'lectures.list'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '党课',
    width: 'minmax(12rem, 1.6fr)',
    narrow: true,
    cell: ({ unitId, activityId, title }) => (
      <LineLink to={`/activities/${unitId}/${activityId}`}>{title}</LineLink>
    ),
  },
  {
    key: 'organization',
    title: '党组织',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'lecturer',
    title: '授课人',
    width: '7rem',
    narrow: true,
    cell: ({ lecturerName }) => lecturerName,
  },
  {
    key: 'speaker',
    title: '授课人类别',
    width: '8rem',
    cell: ({ speaker }) => (speaker ? speakers[speaker] : '未填'),
  },
  {
    key: 'type',
    title: '类型',
    width: '6rem',
    cell: ({ lectureType }) => lectureTypes[lectureType],
  },
  { key: 'at', title: '时间', width: '8.5rem', cell: ({ startsAt }) => moment(startsAt) },
  {
    key: 'listeners',
    title: '听讲',
    width: '5rem',
    number: true,
    cell: ({ listeners }) => listeners,
  },
]

/** How many lectures, of which kind, by whom; whose turn comes next in a branch. */
export function LecturesPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/lectures' })
  const year = search.year ?? Number(thisDay().slice(0, 4))
  const answer = useAnswer('lectures.tally', { organizationId, year })
  return (
    <Page>
      <Answered answer={answer}>
        {(tally) => (
          <>
            <Sentence
              note="以已关闭的党课记录为准；点表里的数字看是哪几场。"
              step={<LinkButton to="/meetings/new?kind=lecture">计划党课</LinkButton>}
            >
              {year}年讲党课和宣讲 <Count of={tally.total} /> 场，听讲{' '}
              <Count of={tally.listeners} /> 人次。
            </Sentence>
            <Filters choices={<Choices year={year} />}>{null}</Filters>
            {tally.total > 0 ? <Tally rows={tally.rows} /> : null}
            <Rota year={year} />
            <Lectures year={year} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Choices({ year }: { year: number }) {
  const change = useSearchChange()
  const { type, speaker } = useSearch({ from: '/shell/lectures' })
  return (
    <>
      <YearSelect year={year} />
      <Select
        allowClear
        style={{ width: '9rem' }}
        aria-label="类型"
        placeholder="全部类型"
        value={type ?? null}
        options={choicesOf(lectureTypes)}
        onChange={(value) => change({ type: value ?? undefined, page: undefined })}
      />
      <Select
        allowClear
        style={{ width: '11rem' }}
        aria-label="授课人类别"
        placeholder="全部授课人"
        value={speaker ?? null}
        options={choicesOf(speakers)}
        onChange={(value) => change({ speaker: value ?? undefined, page: undefined })}
      />
    </>
  )
}

function Lectures({ year }: { year: number }) {
  const { organizationId } = useOrganization()
  const { type, speaker, page = 1 } = useSearch({ from: '/shell/lectures' })
  const which = {
    ...(type ? { lectureType: type } : {}),
    ...(speaker ? { speaker } : {}),
  }
  const answer = useAnswer('lectures.list', { organizationId, year, ...which, page, size })
  return (
    <Section title="党课宣讲记录">
      <Answered answer={answer}>
        {({ rows, total }) =>
          total > 0 ? (
            <>
              <DataList
                label="党课宣讲记录"
                columns={columns}
                rows={rows}
                keyOf={({ activityId }) => activityId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          ) : (
            <Empty title="还没有这样的党课" example="第三季度党课，村党群服务中心，听讲 23 人。">
              党课开完、关闭记录以后列在这里，按类型和授课人类别统计。
            </Empty>
          )
        }
      </Answered>
    </Section>
  )
}
