import { pickStates } from '@zhixing/contract/proposal-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { DataList } from '../../../ui/list/DataList.tsx'
import { SearchText } from '../../../ui/list/SearchText.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { useSearch } from '@tanstack/react-router'
import { Pager } from '../../../ui/list/Pager.tsx'
import styles from './Proposals.module.css'
import type { Person, Proposal } from './proposal.ts'

const size = 50

const columns: Column<Person>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 'minmax(7rem, 12rem)',
    narrow: true,
    cell: ({ name, organizationName }) => (
      <span className={styles.two}>
        <span>{name}</span>
        <small>{organizationName}</small>
      </span>
    ),
  },
  {
    key: 'need',
    title: '差',
    width: '4rem',
    number: true,
    cell: ({ needMinutes }) => hours(needMinutes),
  },
  {
    key: 'picks',
    title: '怎么补',
    width: 'minmax(10rem, 1.4fr)',
    narrow: true,
    cell: ({ picks }) => (
      <span className={styles.reason} title={sayPicks(picks)}>
        {sayPicks(picks)}
      </span>
    ),
  },
  {
    key: 'open',
    title: '补后还差',
    width: '5rem',
    number: true,
    cell: ({ openMinutes }) => (openMinutes > 0 ? hours(openMinutes) : '—'),
  },
  {
    key: 'reason',
    title: '为什么',
    width: 'minmax(10rem, 1fr)',
    cell: ({ reason }) => <span className={styles.reason}>{reason}</span>,
  },
]

/** The same thing on several days is said once. */
function sayPicks(picks: Person['picks']): string {
  const some = Map.groupBy(picks, ({ title, state, refusal }) => {
    const done = state === 'proposed' ? '' : `（${refusal || pickStates[state]}）`
    return `${title}${done}`
  })
  const words = [...some].map(([said, alike]) => {
    const minutes = alike.reduce((sum, one) => sum + one.minutes, 0)
    const times = alike.length > 1 ? ` ${String(alike.length)} 期` : ''
    return `${said}${times}，${hours(minutes)} 学时`
  })
  return words.join('；') || '—'
}

/** Who would do what, and why; those for whom nothing suffices come first. */
export function People({ proposal: { unitId, proposalId } }: { proposal: Proposal }) {
  const { page = 1, text } = useSearch({
    from: '/shell/requirements/proposals/$unitId/$proposalId',
  })
  const [isOpen, setIsOpen] = useState(false)
  const answer = useAnswer('requirements.proposedPeople', {
    unitId,
    proposalId,
    isOpen,
    page,
    size,
    ...(text ? { text } : {}),
  })
  return (
    <>
      <div className={styles.bar}>
        <SearchText label="按姓名找" placeholder="姓名" text={text} />
        <Checkbox checked={isOpen} onChange={({ target }) => setIsOpen(target.checked)}>
          只看补不齐的
        </Checkbox>
      </div>
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            <DataList
              label="逐人的补训办法"
              columns={columns}
              rows={rows}
              keyOf={({ memberId }) => memberId}
              totals={{ name: `共 ${String(total)} 人` }}
            />
            <Pager page={page} size={size} total={total} />
          </>
        )}
      </Answered>
    </>
  )
}
