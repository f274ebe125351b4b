import type { EntryOf, Output } from '@zhixing/contract'
import { enrolmentStates } from '@zhixing/contract/class-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { ClassBar } from './ClassBar.tsx'
import { spanOf } from './class.ts'
import styles from './Classes.module.css'

type Offer = Output<EntryOf<'enrolments.offers'>>['rows'][number]

const size = 50

/** The seats that an organization may fill, and with whom. */
export function OffersPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/classes/offers' })
  const change = useSearchChange()
  const answer = useAnswer('enrolments.offers', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total }) => {
          const chosen = rows.find(({ quotaId }) => quotaId === open)
          const isOpen = rows.filter((one) => one.isOpen)
          return (
            <>
              <Sentence note="名额满了的进入候补，有人退出就按先后递补。">
                有 <Count of={isOpen.length} stress={isOpen.length > 0} /> 个培训班正在报名。
              </Sentence>
              <ClassBar />
              {total === 0 ? (
                <Empty title="还没有给本组织的名额">
                  举办方发出培训通知、分给名额以后，在这里推荐党员参加。
                </Empty>
              ) : (
                <>
                  <DataList
                    label="可以报名的培训班"
                    columns={columns}
                    rows={rows}
                    keyOf={({ quotaId }) => quotaId}
                  />
                  <Pager page={page} size={size} total={total} />
                </>
              )}
              <DetailPanel
                title={chosen?.title ?? ''}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? <Send key={chosen.quotaId} offer={chosen} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

const columns: Column<Offer>[] = [
  {
    key: 'title',
    title: '班次',
    width: 'minmax(10rem, 2fr)',
    narrow: true,
    cell: ({ quotaId, title }) => <LineLink open={quotaId}>{title}</LineLink>,
  },
  {
    key: 'by',
    title: '举办',
    width: 'minmax(7rem, 1fr)',
    spare: true,
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'span', title: '时间', width: '12rem', cell: (one) => spanOf(one) },
  { key: 'place', title: '地点', width: '6rem', spare: true, cell: ({ place }) => place },
  { key: 'whose', title: '名额给', width: 'minmax(7rem, 1fr)', cell: ({ quotaName }) => quotaName },
  {
    key: 'seats',
    title: '已录/名额',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ taken, seats, waiting }) =>
      `${taken}/${seats}${waiting > 0 ? `（候补 ${waiting}）` : ''}`,
  },
  { key: 'own', title: '本组织', width: '4rem', number: true, cell: ({ own }) => own },
  {
    key: 'by-day',
    title: '报名截止',
    width: '6rem',
    cell: ({ enrolBy, isOpen }) => (isOpen ? monthDay(enrolBy) : '已截止'),
  },
]

function Send({ offer }: { offer: Offer }) {
  const { organizationId } = useOrganization()
  const [text, setText] = useState('')
  const { unitId, classId } = offer
  const key = { unitId, classId }
  const answer = useAnswer('enrolments.people', { ...key, organizationId, text: text.trim() })
  const { mutate, isPending, error, data } = useAct('enrolments.enrol')
  return (
    <>
      <Input
        aria-label="按姓名找"
        placeholder="姓名"
        allowClear
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      <p role="status">{data ? saidOf(data) : ''}</p>
      <Answered answer={answer}>
        {({ rows }) => (
          <ul className={styles.checks}>
            {rows.map(({ memberUnitId, memberId, name, organizationName, state }) => (
              <li key={memberId}>
                <span>
                  {name} <small>{organizationName}</small>
                </span>
                {state === null && offer.isOpen ? (
                  <Button
                    size="small"
                    disabled={isPending}
                    onClick={() => mutate({ ...key, memberUnitId, memberId })}
                  >
                    推荐
                  </Button>
                ) : (
                  <span>{state ? enrolmentStates[state] : ''}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </>
  )
}

function saidOf({ state, position }: Output<EntryOf<'enrolments.enrol'>>): string {
  return state === 'waiting' ? `名额已满，进入候补第 ${position ?? 1} 位` : '已录取'
}
