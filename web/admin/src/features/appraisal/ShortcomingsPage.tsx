import type { EntryOf, Output } from '@zhixing/contract'
import { shortcomingSources, shortcomingStates } from '@zhixing/contract/appraisal-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import styles from './Appraisal.module.css'
import { AppraisalBar } from './AppraisalBar.tsx'
import { AddForm, ExtendForm, SettleForm } from './ShortcomingForms.tsx'

export type Listed = Output<EntryOf<'shortcomings.list'>>
export type Shortcoming = Listed['rows'][number]

const size = 50

/** What was found wrong, who mends it, and what became of it. */
export function ShortcomingsPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/appraisal/shortcomings' })
  const { state, overdue = false, page = 1 } = search
  const year = search.year ?? Number(thisDay().slice(0, 4))
  const answer = useAnswer('shortcomings.list', {
    organizationId,
    year,
    onlyOverdue: overdue,
    page,
    size,
    ...(state ? { state } : {}),
  })
  return (
    <Page>
      <Answered answer={answer}>
        {(listed) => (
          <>
            <Sentence note="查摆出来的问题写明怎么改、谁来改、哪天改完；验收后销号。">
              {year} 年查摆问题：
              <Count of={listed.counts.open} /> 个整改中，其中{' '}
              <Count of={listed.overdue} stress={listed.overdue > 0} /> 个逾期；
              <Count of={listed.counts.reported} /> 个待验收，
              <Count of={listed.counts.settled} /> 个已销号。
            </Sentence>
            <AppraisalBar>
              <YearSelect year={year} />
            </AppraisalBar>
            <Choices listed={listed} />
            {listed.rows.length === 0 ? (
              <Empty
                title="没有这样的问题"
                example="入户走访偏少：每月至少入户走访一次，张三，12月31日前"
              >
                组织生活会上查摆出来的问题列在这里，一直跟到销号。
              </Empty>
            ) : (
              <DataList
                label="查摆问题清单"
                columns={columns}
                rows={listed.rows}
                keyOf={({ shortcomingId }) => shortcomingId}
              />
            )}
            <Pager page={page} size={size} total={listed.total} />
            {listed.mayHold && listed.people.length > 0 ? (
              <AddForm listed={listed} organizationId={organizationId} year={year} />
            ) : null}
            <Details listed={listed} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Choices({ listed: { counts } }: { listed: Listed }) {
  const { state, overdue = false } = useSearch({ from: '/shell/appraisal/shortcomings' })
  const change = useSearchChange()
  const sum = keysOf(counts).reduce((all, key) => all + counts[key], 0)
  return (
    <>
      <FilterChoices<keyof typeof shortcomingStates>
        choices={[
          { key: undefined, word: '全部', count: sum },
          ...keysOf(shortcomingStates).map((key) => ({
            key,
            word: shortcomingStates[key],
            count: counts[key],
          })),
        ]}
        chosen={state}
        choose={(key) => change({ state: key, page: undefined })}
      />
      <Checkbox
        checked={overdue}
        onChange={({ target }) =>
          change({ overdue: target.checked ? true : undefined, page: undefined })
        }
      >
        只看逾期的
      </Checkbox>
    </>
  )
}

const columns: Column<Shortcoming>[] = [
  {
    key: 'text',
    title: '问题',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ text, shortcomingId }) => <LineLink open={shortcomingId}>{text}</LineLink>,
  },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(8rem, 1fr)',
    spare: true,
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'source',
    title: '来源',
    width: '6rem',
    cell: ({ source }) => shortcomingSources[source],
  },
  { key: 'owner', title: '责任人', width: '6rem', cell: ({ ownerName }) => ownerName },
  {
    key: 'due',
    title: '期限',
    width: '7rem',
    narrow: true,
    cell: ({ dueOn, isOverdue }) => (
      <span className={isOverdue ? details.late : undefined}>{dueOn}</span>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    cell: ({ state, isOverdue }) => (isOverdue ? '已逾期' : shortcomingStates[state]),
  },
]

function Details({ listed }: { listed: Listed }) {
  const { open } = useSearch({ from: '/shell/appraisal/shortcomings' })
  const change = useSearchChange()
  const one = listed.rows.find(({ shortcomingId }) => shortcomingId === open)
  return (
    <DetailPanel
      title="查摆的问题"
      open={one !== undefined}
      onClose={() => change({ open: undefined })}
    >
      {one ? (
        <div className={styles.panel}>
          <p className={styles.said}>{one.text}</p>
          <p>
            {shortcomingSources[one.source]}
            {one.aboutName ? `，${one.aboutName}` : '，支部班子'}；责任人{one.ownerName}，
            {one.dueOn} 前改完
          </p>
          <p>整改措施：{one.measure}</p>
          <h3>办理过程</h3>
          <ul>
            {one.log.map(({ what, text, byName, at }) => (
              <li key={at}>
                <b>{what}</b>：{text}
                <small>
                  {byName}，{at.slice(0, 10)}
                </small>
              </li>
            ))}
          </ul>
          {listed.mayHold && one.state !== 'settled' ? (
            <>
              <SettleForm one={one} />
              {listed.people.length > 0 ? <ExtendForm one={one} people={listed.people} /> : null}
            </>
          ) : null}
        </div>
      ) : null}
    </DetailPanel>
  )
}
