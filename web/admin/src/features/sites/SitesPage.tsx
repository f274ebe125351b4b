import type { EntryOf, Output } from '@zhixing/contract'
import { siteChoices, siteTypes } from '@zhixing/contract/site-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { SiteBar } from './SiteBar.tsx'
import { FoundSite } from './SiteForms.tsx'
import { SiteView } from './SiteView.tsx'
import { monthWord } from './words.ts'

type Shown = Output<EntryOf<'sites.list'>>
type Row = Shown['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '站点',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ unitId, siteId, name }) => <LineLink open={`${unitId}~${siteId}`}>{name}</LineLink>,
  },
  {
    key: 'branch',
    title: '党组织',
    width: 'minmax(8rem, 1fr)',
    spare: true,
    cell: (row) => row.organizationName,
  },
  { key: 'manager', title: '管理员', width: '6rem', cell: (row) => row.managerName ?? '没有' },
  { key: 'machines', title: '在用设备', width: '5rem', cell: (row) => row.machines },
  {
    key: 'last',
    title: '最近记录',
    width: '7rem',
    cell: ({ lastMonth }) => (lastMonth ? monthWord(lastMonth) : '还没有'),
  },
  { key: 'state', title: '状态', width: 'minmax(7rem, 1fr)', narrow: true, cell: stateOf },
]

function stateOf({ trouble, owes, isLate, isIdle }: Row): string {
  if (trouble) return trouble
  if (owes.length > 0) return `${isLate ? '逾期' : '待交'} ${String(owes.length)} 个月`
  return isIdle ? '闲置' : '正常'
}

/** Every site with what it lacks. */
export function SitesPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open, ...search } = useSearch({ from: '/shell/sites' })
  const change = useSearchChange()
  const [isNew, setNew] = useState(false)
  const answer = useAnswer('sites.list', { ...search, organizationId, page, size })
  const [unitId, siteId] = open?.split('~') ?? []
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} add={() => setNew(true)} />
            <SiteBar />
            <Choices shown={shown} />
            {shown.total === 0 ? (
              <Empty
                title={shown.all === 0 ? '还没有登记站点' : '没有这样的站点'}
                example="红溪村远程教育站点，管理员周师傅，3 台设备在用，5 月已交。"
              >
                远程教育站点和讲习所登记以后，在资源目录里可以点单，每月交一次使用记录。
              </Empty>
            ) : (
              <DataList
                label="站点"
                columns={columns}
                rows={shown.rows}
                keyOf={(row) => row.siteId}
              />
            )}
            <Pager page={page} size={size} total={shown.total} />
          </>
        )}
      </Answered>
      <DetailPanel
        title="站点"
        open={siteId !== undefined}
        onClose={() => change({ open: undefined })}
      >
        {unitId && siteId ? <SiteView key={siteId} unitId={unitId} siteId={siteId} /> : null}
      </DetailPanel>
      <DetailPanel title="登记站点" open={isNew} onClose={() => setNew(false)}>
        <FoundSite
          done={(key) => {
            setNew(false)
            change({ open: `${key.unitId}~${key.siteId}` })
          }}
          cancel={() => setNew(false)}
        />
      </DetailPanel>
    </Page>
  )
}

function Headline({ shown, add }: { shown: Shown; add: () => void }) {
  const { all, working, counts, mayKeep } = shown
  return (
    <Sentence
      note="每月的使用记录次月初交；当月在站点办过的活动已经算好，核对就行。"
      step={
        mayKeep ? (
          <Button type="primary" onClick={add}>
            登记站点
          </Button>
        ) : undefined
      }
    >
      站点 <Count of={all} /> 个，能用 <Count of={working} /> 个
      {counts.owing > 0 ? (
        <>
          ，<Count of={counts.owing} stress /> 个欠交记录
        </>
      ) : null}
      {counts.idle > 0 ? (
        <>
          ，闲置 <Count of={counts.idle} stress /> 个
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Choices({ shown }: { shown: Shown }) {
  const { type, only, text } = useSearch({ from: '/shell/sites' })
  const change = useSearchChange()
  const choices = keysOf(siteChoices).map((key) => ({
    key,
    word: siteChoices[key],
    count: shown.counts[key],
  }))
  return (
    <Filters
      choices={
        <FilterChoices<keyof typeof siteChoices>
          choices={[{ key: undefined, word: '全部', count: shown.all }, ...choices]}
          chosen={only}
          choose={(key) => change({ only: key, page: undefined })}
        />
      }
    >
      <Select
        aria-label="类型"
        allowClear
        placeholder="类型"
        style={{ width: '9rem' }}
        value={type ?? null}
        onChange={(value) => change({ type: value ?? undefined, page: undefined })}
        options={choicesOf(siteTypes)}
      />
      <SearchText label="查找" placeholder="站点、党组织" text={text} />
    </Filters>
  )
}
