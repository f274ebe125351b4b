import type { EntryOf, Output } from '@zhixing/contract'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import styles from './Campaigns.module.css'
import { share } from './campaign.ts'
import type { Campaign } from './campaign.ts'
import { Sessions } from './Sessions.tsx'

type Row = Output<EntryOf<'campaigns.board'>>['rows'][number]

/** Who is behind, level by level; at the end the activities themselves. */
export function Board({ campaign }: { campaign: Campaign }) {
  const { organizationId } = useOrganization()
  const { open } = useSearch({ from: '/shell/campaigns/$campaignId' })
  const change = useSearchChange()
  const may = useMay()
  const { message } = App.useApp()
  const { campaignId, traits, state } = campaign
  const at = open ?? organizationId
  const answer = useAnswer('campaigns.board', { campaignId, organizationId: at })
  const remind = useAct('campaigns.remind')
  const press = () =>
    remind.mutate(
      { campaignId, organizationId: at },
      {
        onSuccess: ({ organizations, people }) =>
          void message.success(`${organizations} 个组织还欠着，新提醒 ${people} 人`),
      },
    )
  return (
    <Answered answer={answer}>
      {({ organizationName, rows }) => (
        <>
          <div className={styles.line}>
            <h2>{organizationName}</h2>
            <div className={styles.line}>
              {open ? (
                <Button onClick={() => change({ open: undefined })}>回到本组织</Button>
              ) : null}
              {may('campaigns.manage') && state === 'running' ? (
                <Button loading={remind.isPending} onClick={press}>
                  一键催办
                </Button>
              ) : null}
            </div>
          </div>
          {rows.length === 0 ? (
            <Empty title="下面没有组织">下面的活动是本组织开展的。</Empty>
          ) : (
            <DataList
              label="进展"
              columns={columnsFor(traits)}
              rows={rows}
              keyOf={(row) => row.organizationId}
            />
          )}
          <Sessions campaignId={campaignId} organizationId={at} />
        </>
      )}
    </Answered>
  )
}

const overdue = (count: number) =>
  count > 0 ? <span className={details.late}>（逾期 {count}）</span> : null

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '党组织',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: ({ organizationId, name }) => <LineLink open={organizationId}>{name}</LineLink>,
  },
  {
    key: 'branches',
    title: '支部',
    width: '5rem',
    number: true,
    cell: ({ branches }) => branches,
  },
  {
    key: 'held',
    title: '活动',
    width: '8rem',
    number: true,
    narrow: true,
    cell: ({ asked, held, late }) =>
      `${share(held, asked)}${late > 0 ? `（补开 ${String(late)}）` : ''}`,
  },
  {
    key: 'returns',
    title: '回执',
    width: '9rem',
    number: true,
    cell: ({ returned, returnsDue, returnsOverdue }) => (
      <>
        {share(returned, returnsDue)}
        {overdue(returnsOverdue)}
      </>
    ),
  },
]

function columnsFor(traits: Campaign['traits']): Column<Row>[] {
  const more: (Column<Row> | false)[] = [
    traits.hasFindings && {
      key: 'findings',
      title: '整改销号',
      width: '9rem',
      number: true,
      cell: ({ findings, findingsClosed, findingsOverdue }) => (
        <>
          {share(findingsClosed, findings)}
          {overdue(findingsOverdue)}
        </>
      ),
    },
    traits.hasTarget && {
      key: 'people',
      title: '完成人数',
      width: '8rem',
      number: true,
      cell: ({ reached, people }) => share(reached, people),
    },
    {
      key: 'readers',
      title: '读完书目',
      width: '8rem',
      number: true,
      spare: true,
      cell: ({ readers, people }) => share(readers, people),
    },
    traits.hasEntries && {
      key: 'entries',
      title: '作品（入选）',
      width: '8rem',
      number: true,
      cell: ({ entries, selected }) => `${String(entries)}（${String(selected)}）`,
    },
  ]
  return [...columns, ...more.filter((one) => one !== false)]
}
