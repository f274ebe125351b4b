import { offerKinds } from '@zhixing/contract/proposal-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { Checkbox } from 'antd'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import styles from './Proposals.module.css'
import type { Offer, Proposal } from './proposal.ts'

type Props = {
  proposal: Proposal
  chosen: readonly string[]
  choose: (offerIds: readonly string[]) => void
}

/** What the mix uses: how many people, what it costs, why; each may be accepted by itself. */
export function Offers({ proposal: { offers, mayAccept, totals }, chosen, choose }: Props) {
  const toggle = (offerId: string) =>
    choose(
      chosen.includes(offerId) ? chosen.filter((one) => one !== offerId) : [...chosen, offerId],
    )
  return (
    <DataList
      label="方案用到的班次、课程和送学"
      columns={mayAccept ? [boxOf(chosen, toggle), ...columns] : columns}
      rows={offers}
      keyOf={({ offerId }) => offerId}
      totals={{
        title: `共 ${String(offers.length)} 项`,
        yuan: (totals?.yuan ?? 0).toLocaleString('zh-CN'),
      }}
    />
  )
}

function boxOf(chosen: readonly string[], toggle: (offerId: string) => void): Column<Offer> {
  return {
    key: 'chosen',
    title: '选',
    width: '2rem',
    narrow: true,
    cell: ({ offerId, title, people, accepted }) => (
      <Checkbox
        aria-label={`选中${title}`}
        disabled={accepted >= people}
        checked={chosen.includes(offerId) || accepted >= people}
        onChange={() => toggle(offerId)}
      />
    ),
  }
}

const columns: Column<Offer>[] = [
  {
    key: 'title',
    title: '办法',
    width: 'minmax(10rem, 1.2fr)',
    narrow: true,
    cell: ({ title, kind, when }) => (
      <span className={styles.two}>
        <span>{title}</span>
        <small>
          {offerKinds[kind]} · {when}
        </small>
      </span>
    ),
  },
  {
    key: 'minutes',
    title: '学时',
    width: '4rem',
    number: true,
    cell: ({ minutes }) => hours(minutes),
  },
  {
    key: 'people',
    title: '人数',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ people, accepted, seats }) => {
      const of = seats === null ? String(people) : `${String(people)}/${String(seats)}`
      return accepted > 0 ? `${of}，已办 ${String(accepted)}` : of
    },
  },
  {
    key: 'yuan',
    title: '花费（元）',
    width: '6rem',
    number: true,
    cell: ({ yuan }) => yuan.toLocaleString('zh-CN'),
  },
  {
    key: 'reason',
    title: '为什么',
    width: 'minmax(12rem, 1.6fr)',
    cell: ({ reason }) => <span className={styles.reason}>{reason}</span>,
  },
]
