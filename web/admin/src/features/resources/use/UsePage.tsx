import type { EntryOf, Output } from '@zhixing/contract'
import { menuCategories, resourceKinds } from '@zhixing/contract/resource-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { Page, Section } from '../../../ui/Page.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { ResourceBar } from '../ResourceBar.tsx'
import { typeWord } from '../words.ts'

type Shown = Output<EntryOf<'resources.utilisation'>>
type Row = Shown['rows'][number]

const size = 100

/** How much of the open hours is used and by whom, what stands idle, what is in demand. */
export function UsePage() {
  const { organizationId } = useOrganization()
  const { days = 30, page = 1 } = useSearch({ from: '/shell/resources/use' })
  const change = useSearchChange()
  const until = thisDay()
  const asked = { organizationId, from: addDays(until, 1 - days), until, page, size }
  const answer = useAnswer('resources.utilisation', asked)
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence
              note={`近 ${days} 天，按开放时间计算，扣除停用的时间；低于${shown.clause}的标准即提示闲置。`}
            >
              {shown.idle === 0 ? (
                '没有闲置的资源。'
              ) : (
                <>
                  <Count of={shown.idle} stress /> 项资源用得很少，都有改进建议。
                </>
              )}
            </Sentence>
            <ResourceBar>
              <Select
                aria-label="看多长时间"
                value={days}
                onChange={(value) =>
                  change({ days: value === 30 ? undefined : value, page: undefined })
                }
                options={[30, 90, 365].map((value) => ({ value, label: `近 ${value} 天` }))}
              />
            </ResourceBar>
            <Uses shown={shown} page={page} />
          </>
        )}
      </Answered>
    </Page>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '资源',
    width: 'minmax(9rem, 1fr)',
    narrow: true,
    cell: ({ name }) => name,
  },
  {
    key: 'type',
    title: '类型',
    width: '10rem',
    spare: true,
    cell: ({ kind, type }) => `${resourceKinds[kind]} · ${typeWord(type)}`,
  },
  {
    key: 'percent',
    title: '利用率',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ percent }) => (percent === null ? '—' : `${percent}%`),
  },
  { key: 'times', title: '次数', width: '4rem', number: true, cell: ({ times }) => times },
  { key: 'foreign', title: '外单位', width: '5rem', number: true, cell: ({ foreign }) => foreign },
  { key: 'persons', title: '人次', width: '5rem', number: true, cell: ({ persons }) => persons },
  { key: 'noShows', title: '未到场', width: '5rem', number: true, cell: ({ noShows }) => noShows },
  {
    key: 'suggestion',
    title: '建议',
    width: 'minmax(12rem, 1.5fr)',
    narrow: true,
    cell: ({ suggestion }) => suggestion || '—',
  },
]

function Uses({ shown, page }: { shown: Shown; page: number }) {
  if (shown.total === 0)
    return <Empty title="还没有登记资源">登记以后，用了多少、谁在用、哪些闲着，都在这里。</Empty>
  return (
    <>
      <DataList
        label="利用率"
        columns={columns}
        rows={shown.rows}
        keyOf={({ resourceId }) => resourceId}
      />
      <Pager page={page} size={size} total={shown.total} />
      <Section title="菜单需求">
        <PlainTable
          columns={['项目', '资源', '类别', '点单', '未同意', '评分']}
          rows={shown.demand.map((one) => [
            one.title,
            one.resourceName,
            wordOf(one.category),
            String(one.ordered),
            String(one.refused),
            one.score === null ? '—' : String(one.score),
          ])}
        />
      </Section>
      <Section title="跨组织使用记录">
        <PlainTable
          columns={['日期', '资源', '项目', '使用的组织', '用途', '人数']}
          rows={shown.log.map((one) => [
            one.day,
            `${one.resourceName}（${one.ownerName}）`,
            one.itemTitle ?? '—',
            one.isOtherUnit ? `${one.forName}（外县）` : one.forName,
            one.title,
            String(one.persons),
          ])}
        />
      </Section>
    </>
  )
}

function wordOf(category: string): string {
  return Object.entries(menuCategories).find(([key]) => key === category)?.[1] ?? category
}
