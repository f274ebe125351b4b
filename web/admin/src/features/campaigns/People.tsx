import type { EntryOf, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Campaigns.module.css'
import { share } from './campaign.ts'
import type { Campaign } from './campaign.ts'

type Row = Output<EntryOf<'campaigns.people'>>['rows'][number]
const size = 50

/** Who is done, who is not, together and alone. */
export function People({ campaign }: { campaign: Campaign }) {
  const { organizationId } = useOrganization()
  const { page = 1, state } = useSearch({ from: '/shell/campaigns/$campaignId' })
  const change = useSearchChange()
  const { campaignId, traits, tally } = campaign
  const onlyOpen = state === 'open'
  const asked = { campaignId, organizationId, onlyOpen, page, size }
  const answer = useAnswer('campaigns.people', asked)
  return (
    <Answered answer={answer}>
      {({ rows, total, chapters, targetMinutes }) => (
        <>
          <div className={styles.line}>
            <p>
              每人 {hours(targetMinutes ?? 0)} 学时，{traits.counts}；完成{' '}
              {share(tally.reached, tally.people)} 人。
            </p>
            <Checkbox
              checked={onlyOpen}
              onChange={({ target }) =>
                change({ state: target.checked ? 'open' : undefined, page: undefined })
              }
            >
              只看没有完成的
            </Checkbox>
          </div>
          <DataList
            label="人员"
            columns={columnsFor(chapters)}
            rows={rows}
            keyOf={({ memberId }) => memberId}
          />
          <Pager page={page} size={size} total={total} />
        </>
      )}
    </Answered>
  )
}

function columnsFor(chapters: number): Column<Row>[] {
  return [
    { key: 'name', title: '姓名', width: '8rem', narrow: true, cell: ({ name }) => name },
    {
      key: 'branch',
      title: '党支部',
      width: 'minmax(10rem, 1fr)',
      cell: (row) => row.organizationName,
    },
    {
      key: 'hours',
      title: '集中学习',
      width: '7rem',
      number: true,
      narrow: true,
      cell: ({ minutes }) => `${hours(minutes)} 学时`,
    },
    {
      key: 'chapters',
      title: '自学',
      width: '7rem',
      number: true,
      cell: (row) => (chapters > 0 ? `${share(row.chapters, chapters)} 章` : '—'),
    },
    {
      key: 'done',
      title: '结果',
      width: '6rem',
      narrow: true,
      cell: ({ isDone }) => (isDone ? '已完成' : '没有完成'),
    },
  ]
}
