import type { EntryOf, Output } from '@zhixing/contract'
import { returnStates } from '@zhixing/contract/campaign-words.ts'
import { dayOf } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import styles from './Campaigns.module.css'
import type { Campaign } from './campaign.ts'
import { ReturnPanel } from './ReturnPanel.tsx'

type Row = Output<EntryOf<'campaigns.returns'>>['rows'][number]
type Figure = Output<EntryOf<'campaigns.rollUp'>>['figures'][number]
type At = { campaignId: string; returnFormId: string; organizationId: string }
const size = 50

/** One form at a time: what it adds up to, and who has given it. */
export function Returns({ campaign }: { campaign: Campaign }) {
  const { organizationId } = useOrganization()
  const { campaignId, returnForms } = campaign
  const [chosen, setChosen] = useState(returnForms[0]?.returnFormId)
  if (!chosen) return <Empty title="没有要报的回执">这项集中教育没有设回执。</Empty>
  return (
    <>
      <Select
        aria-label="哪张回执"
        style={{ minWidth: '18rem' }}
        value={chosen}
        onChange={setChosen}
        options={returnForms.map(({ returnFormId, form }) => ({
          value: returnFormId,
          label: form.title,
        }))}
      />
      <Sum key={chosen} at={{ campaignId, returnFormId: chosen, organizationId }} />
      <Lines at={{ campaignId, returnFormId: chosen, organizationId }} />
    </>
  )
}

function Sum({ at }: { at: At }) {
  const answer = useAnswer('campaigns.rollUp', at)
  const [opened, setOpened] = useState<Figure>()
  return (
    <Answered answer={answer}>
      {({ expected, returned, figures }) => (
        <div className={styles.part}>
          <p>
            应报 {expected} 个组织，已报 {returned} 个。点一个数，看由谁报的构成。
          </p>
          <ul>
            {figures.map((one) => (
              <li key={`${one.questionId}${one.optionId ?? ''}`} className={styles.line}>
                <span>{one.title}</span>
                <Button
                  type="link"
                  disabled={one.kind !== 'sum' && one.value === 0}
                  onClick={() => setOpened(one)}
                >
                  {one.kind === 'texts'
                    ? `看 ${String(one.value)} 份`
                    : one.value.toLocaleString('zh-CN')}
                </Button>
              </li>
            ))}
          </ul>
          <DetailPanel
            title={opened?.title ?? ''}
            open={opened !== undefined}
            onClose={() => setOpened(undefined)}
          >
            {opened ? <Behind at={at} figure={opened} /> : null}
          </DetailPanel>
        </div>
      )}
    </Answered>
  )
}

function Behind({ at, figure: { questionId, optionId } }: { at: At; figure: Figure }) {
  const answer = useAnswer('campaigns.figure', { ...at, questionId, optionId, size: 200 })
  return (
    <Answered answer={answer}>
      {({ rows, total }) => (
        <PlainTable
          total={total}
          columns={['党组织', '报的']}
          rows={rows.map(({ organizationName, value }) => [organizationName, value])}
        />
      )}
    </Answered>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '党组织',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: (row) => <LineLink open={row.organizationId}>{row.organizationName}</LineLink>,
  },
  {
    key: 'state',
    title: '报送',
    width: '8rem',
    narrow: true,
    cell: ({ state }) => (
      <span className={state === 'overdue' || state === 'sentBack' ? details.late : undefined}>
        {returnStates[state]}
      </span>
    ),
  },
  { key: 'at', title: '时间', width: '8rem', cell: ({ at }) => (at ? dayOf(at) : '—') },
  { key: 'by', title: '报送人', width: '7rem', cell: ({ byName }) => byName },
  {
    key: 'corrections',
    title: '更正',
    width: '6rem',
    number: true,
    cell: ({ corrections }) => (corrections > 0 ? `${String(corrections)} 次` : '—'),
  },
]

function Lines({ at }: { at: At }) {
  const { page = 1, open } = useSearch({ from: '/shell/campaigns/$campaignId' })
  const change = useSearchChange()
  const answer = useAnswer('campaigns.returns', { ...at, page, size })
  return (
    <Answered answer={answer}>
      {({ rows, total }) => (
        <>
          <DataList
            label="回执报送情况"
            columns={columns}
            rows={rows}
            keyOf={(row) => row.organizationId}
          />
          <Pager page={page} size={size} total={total} />
          <ReturnPanel
            {...at}
            organizationId={open ?? at.organizationId}
            returnFormId={open ? at.returnFormId : undefined}
            close={() => change({ open: undefined })}
          />
        </>
      )}
    </Answered>
  )
}
