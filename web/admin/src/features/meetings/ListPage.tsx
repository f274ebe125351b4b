import type { EntryOf, Output } from '@zhixing/contract'
import { activityKinds, meetingStates } from '@zhixing/contract/words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { ColumnChoice } from '../../ui/list/ColumnChoice.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import { downloadCsv } from '../../ui/list/download-csv.ts'
import { useColumns } from '../../ui/list/use-columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { meetingColumns, meetingColumnsOfMany } from './MeetingLines.tsx'

type Meetings = Output<EntryOf<'meetings.list'>>

const size = 50

/** The ledger of organisational life: found again by word, kind and state. */
export function ListPage() {
  const { organizationId } = useOrganization()
  const { text, kind, state, late, page = 1 } = useSearch({ from: '/shell/meetings/list' })
  const answer = useAnswer('meetings.list', {
    organizationId,
    text: text ?? '',
    kinds: kind ? [kind] : [],
    states: state ? [state] : [],
    onlyLate: late ?? false,
    page,
    size,
  })
  const isFiltered = Boolean(text ?? kind ?? state ?? late)
  return (
    <Page>
      <Answered answer={answer}>
        {(meetings) => <Found meetings={meetings} page={page} isFiltered={isFiltered} />}
      </Answered>
    </Page>
  )
}

type Props = { meetings: Meetings; page: number; isFiltered: boolean }

function Found({ meetings: { rows, total }, page, isFiltered }: Props) {
  const { shown, ...columns } = useColumns(
    'meetings',
    isOfMany(rows) ? meetingColumnsOfMany : meetingColumns,
  )
  return (
    <>
      <Sentence note="三会一课和主题党日的全部记录，新的在前；取消的也留着。">
        {isFiltered ? '符合条件的' : '共有'} <Count of={total.toLocaleString('zh-CN')} /> 次活动。
      </Sentence>
      <Filters choices={<Choices />}>
        <SearchText label="查找活动" placeholder="名称、地点或党组织" text={useText()} />
        <ColumnChoice {...columns} />
        <Button onClick={() => downloadCsv('组织生活', shown, rows)}>导出本页</Button>
      </Filters>
      {total > 0 ? (
        <>
          <DataList
            label="组织生活记录"
            columns={shown}
            rows={rows}
            keyOf={({ activityId }) => activityId}
          />
          <Pager page={page} size={size} total={total} />
        </>
      ) : (
        <Nothing isFiltered={isFiltered} />
      )}
    </>
  )
}

function isOfMany(rows: Meetings['rows']): boolean {
  return rows.some(({ organizationId }) => organizationId !== rows[0]?.organizationId)
}

function useText() {
  return useSearch({ from: '/shell/meetings/list' }).text
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <Empty title="没有符合条件的活动">换一个词，或去掉上面的筛选条件。</Empty>
  return (
    <Empty
      title="还没有组织生活记录"
      example="9月主题党日，应到 20 人，实到 18 人，已关闭。"
      step={<LinkButton to="/meetings/month">去计划本月的组织生活</LinkButton>}
    >
      每次活动从计划到关闭的全过程记在这里，学时、频次和报告都从这里取数。
    </Empty>
  )
}

function Choices() {
  const change = useSearchChange()
  const { kind, state, late } = useSearch({ from: '/shell/meetings/list' })
  const choose = (key: string) => (value: string) =>
    change({ [key]: value === '' ? undefined : value, page: undefined })
  return (
    <>
      <Select
        style={{ width: '9rem' }}
        aria-label="类别"
        value={kind ?? ''}
        options={optionsOf(activityKinds, '全部类别')}
        onChange={choose('kind')}
      />
      <Select
        style={{ width: '8rem' }}
        aria-label="状态"
        value={state ?? ''}
        options={optionsOf(meetingStates, '全部状态')}
        onChange={choose('state')}
      />
      <Checkbox
        checked={late ?? false}
        onChange={({ target }) =>
          change({ late: target.checked ? true : undefined, page: undefined })
        }
      >
        只看补录
      </Checkbox>
    </>
  )
}

function optionsOf(words: Record<string, string>, all: string) {
  return [{ value: '', label: all }, ...choicesOf(words)]
}
