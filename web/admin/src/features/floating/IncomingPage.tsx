import type { EntryOf, Output } from '@zhixing/contract'
import { checkInStates } from '@zhixing/contract/floating-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import styles from './Floating.module.css'
import { Fact, Parts } from './Parts.tsx'

type Row = Output<EntryOf<'floating.incoming'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '7rem',
    narrow: true,
    cell: ({ checkInId, memberName }) => <LineLink open={checkInId}>{memberName}</LineLink>,
  },
  { key: 'home', title: '来自', width: 'minmax(9rem, 1fr)', cell: ({ homeName }) => homeName },
  { key: 'host', title: '报到支部', width: 'minmax(9rem, 1fr)', cell: ({ hostName }) => hostName },
  { key: 'at', title: '时间', width: '10rem', cell: ({ reportedAt }) => moment(reportedAt) },
  {
    key: 'state',
    title: '状态',
    width: '6rem',
    narrow: true,
    cell: ({ state }) => checkInStates[state],
  },
]

/** Who has come to live or work here and waits to be taken in. */
export function IncomingPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/floating/incoming' })
  const answer = useAnswer('floating.incoming', { organizationId, page, size })
  const change = useSearchChange()
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total, waiting, here }) => {
          const chosen = rows.find(({ checkInId }) => checkInId === open)
          return total === 0 ? (
            <Empty
              title="还没有流动党员来报到"
              example="周某从东支部来报到，等待接收；接收后编入支部活动。"
            >
              党员在手机上向工作地或居住地党支部报到，或由所在支部代报，会出现在这里。
            </Empty>
          ) : (
            <>
              <Sentence note="接收后两边支部和本人都能看到；不接收要写明理由">
                <Count of={waiting} stress={waiting > 0} /> 人等待接收，已接收 <Count of={here} />{' '}
                人。
              </Sentence>
              <DataList
                label="报到"
                columns={columns}
                rows={rows}
                keyOf={({ checkInId }) => checkInId}
              />
              <Pager page={page} size={size} total={total} />
              <DetailPanel
                title={chosen?.memberName ?? ''}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? <CheckIn key={chosen.checkInId} row={chosen} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function CheckIn({ row }: { row: Row }) {
  const may = useMay()
  return (
    <>
      <dl className={styles.facts}>
        <Fact word="来自" value={row.homeName} />
        <Fact word="报到支部" value={row.hostName} />
        <Fact word="联系电话" value={row.phone} />
        <Fact word="说明" value={row.note} />
        <Fact word="状态" value={checkInStates[row.state]} />
        {row.answeredOn ? (
          <Fact word="处理" value={`${row.answeredOn} ${row.answeredBy} ${row.answer}`} />
        ) : null}
      </dl>
      {may('floating.keep') ? <Answering row={row} /> : null}
    </>
  )
}

function Answering({ row: { unitId, checkInId, version, state } }: { row: Row }) {
  const { message } = App.useApp()
  const [answer, setAnswer] = useState('')
  const { mutate, isPending, error } = useAct('floating.answer')
  const release = useAct('floating.release')
  const key = { unitId, checkInId, version }
  const say = (isAccepted: boolean) =>
    mutate(
      { ...key, isAccepted, answer },
      { onSuccess: () => void message.success(isAccepted ? '已接收' : '已回复') },
    )
  if (state === 'confirmed')
    return (
      <p className={styles.acts}>
        <Button loading={release.isPending} onClick={() => release.mutate(key)}>
          党员已离开，结束报到
        </Button>
      </p>
    )
  if (state !== 'reported') return null
  return (
    <>
      <p className={details.title}>回复（不接收要写明理由）</p>
      <Input
        aria-label="回复"
        value={answer}
        maxLength={200}
        onChange={({ target }) => setAnswer(target.value)}
      />
      <p role="alert" className={styles.late}>
        {error?.message}
      </p>
      <p className={styles.acts}>
        <Button type="primary" loading={isPending} onClick={() => say(true)}>
          接收
        </Button>
        <Button onClick={() => say(false)}>不接收</Button>
      </p>
    </>
  )
}
