import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { proposalRequirements } from '@zhixing/contract/proposal-words.ts'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useOrganization } from '../../../app/organization.ts'
import { Page } from '../../../ui/Page.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { AskedSides } from '../AskedBar.tsx'
import { NewProposal } from './NewProposal.tsx'
import { outcomeOf, proofOf } from './proposal.ts'
import type { Row } from './proposal.ts'

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'at',
    title: '测算',
    width: '9rem',
    narrow: true,
    cell: ({ unitId, proposalId, at }) => (
      <LineLink to={`/requirements/proposals/${unitId}/${proposalId}`}>{moment(at)}</LineLink>
    ),
  },
  {
    key: 'requirement',
    title: '要求',
    width: 'minmax(8rem, 14rem)',
    cell: ({ requirement, until }) => `${proposalRequirements[requirement]}，${until} 前`,
  },
  {
    key: 'outcome',
    title: '结果',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: ({ totals, discardedAt }) => (discardedAt ? '已放弃' : said(totals)),
  },
  {
    key: 'yuan',
    title: '花费（元）',
    width: '7rem',
    number: true,
    cell: ({ totals }) => (totals ? totals.yuan.toLocaleString('zh-CN') : '—'),
  },
  { key: 'by', title: '经办', width: '6rem', cell: ({ byName }) => byName },
]

function said(totals: Row['totals']): string {
  return totals ? outcomeOf(totals) : '还没有算完'
}

/** Every time somebody asked for the cheapest way to close the gap here. */
export function ProposalsPage() {
  const { organizationId } = useOrganization()
  const { page = 1 } = useSearch({ from: '/shell/requirements/proposals' })
  const [isAsking, setIsAsking] = useState(false)
  const answer = useAnswer('requirements.proposals', { organizationId, page, size })
  const step = (
    <Button type="primary" onClick={() => setIsAsking(true)}>
      测算补训方案
    </Button>
  )
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, mayPropose }) =>
          total === 0 ? (
            <>
              <Sentence note="方案只是建议，采纳以后才报名、通知。">
                还没有测算过补训方案。
              </Sentence>
              <AskedSides kept={{}} />
              <Empty
                title="算一个最省的补训办法"
                example="38 人差 210 学时：26 人学网络课程，9 人进已有的班，3 人上门送学，花 4,950 元，全部补齐。"
                step={mayPropose ? step : null}
              >
                按谁差多少、还有哪些名额、课程、师资和场地，算出让每个人都达标的最省办法，逐人说明，可以只采纳一部分。
              </Empty>
            </>
          ) : (
            <>
              <Latest row={rows[0]} total={total} step={mayPropose ? step : null} />
              <AskedSides kept={{}} />
              <DataList
                label="补训方案"
                columns={columns}
                rows={rows}
                keyOf={({ proposalId }) => proposalId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
      {isAsking ? <NewProposal close={() => setIsAsking(false)} /> : null}
    </Page>
  )
}

type LatestProps = { row: Row | undefined; total: number; step: ReactNode }

function Latest({ row, total, step }: LatestProps) {
  const totals = row?.totals
  return (
    <Sentence note={totals ? proofOf(totals) : '方案只是建议，采纳以后才报名、通知。'} step={step}>
      测算过 <Count of={total} /> 次
      {totals
        ? `，最近一次：${outcomeOf(totals)}，花 ${totals.yuan.toLocaleString('zh-CN')} 元`
        : ''}
      。
    </Sentence>
  )
}
