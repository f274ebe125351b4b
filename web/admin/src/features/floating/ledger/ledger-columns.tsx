import type { EntryOf, Output } from '@zhixing/contract'
import { checkInStates, floatingClasses, stayReasons } from '@zhixing/contract/floating-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import styles from '../Floating.module.css'

export type LedgerRow = Output<EntryOf<'floating.list'>>['rows'][number]

export const ledgerColumns: Column<LedgerRow>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ unitId, memberId, name }) => (
      <LineLink open={`${unitId}~${memberId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'organization',
    title: '所在党支部',
    width: 'minmax(7rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'destination',
    title: '流向',
    width: 'minmax(7rem, 1.2fr)',
    narrow: true,
    cell: ({ destination }) => destination,
  },
  {
    key: 'class',
    title: '分类',
    width: '5.5rem',
    cell: ({ contact }) => floatingClasses[contact.class],
  },
  {
    key: 'reason',
    rare: true,
    title: '原因',
    width: '4rem',
    cell: ({ reason }) => (reason ? stayReasons[reason] : ''),
  },
  { key: 'since', rare: true, title: '外出日期', width: '6.5rem', cell: ({ since }) => since },
  {
    key: 'person',
    title: '联系人',
    width: '5rem',
    cell: ({ contactPerson }) => contactPerson || '未指定',
  },
  {
    key: 'lastContact',
    title: '最近联系',
    width: '6.5rem',
    cell: ({ lastContact }) => lastContact ?? '没有记录',
  },
  {
    key: 'due',
    title: '下次联系',
    width: '8.5rem',
    narrow: true,
    cell: ({ contact: { dueOn, isOverdue } }) =>
      isOverdue ? (
        <span className={styles.late}>
          <Shape name="triangle" /> {dueOn} 超期
        </span>
      ) : (
        monthDay(dueOn)
      ),
  },
  {
    key: 'activity',
    title: '最近活动',
    width: '6.5rem',
    cell: ({ lastActivity }) => lastActivity ?? '—',
  },
  {
    key: 'checkIn',
    rare: true,
    title: '报到',
    width: '5rem',
    cell: ({ checkIn }) => (checkIn ? checkInStates[checkIn] : '未报到'),
  },
  {
    key: 'hours',
    title: '学时/远程',
    width: '6rem',
    number: true,
    cell: ({ minutes, remoteMinutes }) => `${hours(minutes)}/${hours(remoteMinutes)}`,
  },
]
