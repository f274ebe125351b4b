import type { EntryOf, Output } from '@zhixing/contract'
import { entryGenres, entryStates } from '@zhixing/contract/campaign-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Campaigns.module.css'
import { EnterForm, EntryDetail } from './EntryForms.tsx'
import type { Campaign } from './campaign.ts'

type Row = Output<EntryOf<'campaigns.entries'>>['rows'][number]
const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '题目',
    width: 'minmax(12rem, 1fr)',
    narrow: true,
    cell: ({ entryId, title }) => <LineLink open={entryId}>{title}</LineLink>,
  },
  { key: 'genre', title: '类别', width: '7rem', cell: ({ genre }) => entryGenres[genre] },
  { key: 'speaker', title: '主讲', width: '7rem', cell: ({ speakerName }) => speakerName },
  {
    key: 'branch',
    title: '党支部',
    width: '11rem',
    spare: true,
    cell: (row) => row.organizationName,
  },
  {
    key: 'score',
    title: '得分',
    width: '6rem',
    number: true,
    cell: ({ judgments }) => judgments.at(-1)?.score ?? '—',
  },
  {
    key: 'state',
    title: '评审',
    width: '12rem',
    narrow: true,
    cell: ({ state, standsAtName, award }) =>
      state === 'judging' ? `${standsAtName}评审中` : award || entryStates[state],
  },
]

/** What was sent in, who has judged it, and how many of each sort were chosen. */
export function Entries({ campaign }: { campaign: Campaign }) {
  const { organizationId } = useOrganization()
  const { page = 1, open, state } = useSearch({ from: '/shell/campaigns/$campaignId' })
  const change = useSearchChange()
  const [isEntering, setIsEntering] = useState(false)
  const { campaignId, can, isBranch } = campaign
  const onlyWaiting = state === 'waiting'
  const asked = { campaignId, organizationId, onlyWaiting, page, size }
  const answer = useAnswer('campaigns.entries', asked)
  return (
    <Answered answer={answer}>
      {({ rows, total, counts, waiting }) => (
        <>
          <div className={styles.line}>
            <p>
              {counts
                .map(
                  ({ genre, entries, selected }) =>
                    `${entryGenres[genre]} ${String(entries)} 件，入选 ${String(selected)} 件`,
                )
                .join('；')}
              。
            </p>
            <Bar
              waiting={waiting}
              enter={can.answer && isBranch ? () => setIsEntering(true) : undefined}
            />
          </div>
          {rows.length === 0 ? (
            <Empty title="还没有作品" example="“一口老井的故事”：党课，15 分钟，附讲稿。">
              党员在手机上报送，或者由支部代报；逐级评审、推荐，最高一级评出入选。
            </Empty>
          ) : (
            <DataList
              label="参评作品"
              columns={columns}
              rows={rows}
              keyOf={({ entryId }) => entryId}
            />
          )}
          <Pager page={page} size={size} total={total} />
          <EntryDetail
            row={rows.find(({ entryId }) => entryId === open)}
            close={() => change({ open: undefined })}
          />
          <DetailPanel title="报送作品" open={isEntering} onClose={() => setIsEntering(false)}>
            {isEntering ? (
              <EnterForm at={{ campaignId, organizationId }} close={() => setIsEntering(false)} />
            ) : null}
          </DetailPanel>
        </>
      )}
    </Answered>
  )
}

function Bar({ waiting, enter }: { waiting: number; enter: (() => void) | undefined }) {
  const { state } = useSearch({ from: '/shell/campaigns/$campaignId' })
  const change = useSearchChange()
  const isOn = state === 'waiting'
  return (
    <div className={styles.line}>
      {waiting > 0 ? (
        <Button
          aria-pressed={isOn}
          onClick={() => change({ state: isOn ? undefined : 'waiting', page: undefined })}
        >
          {isOn ? '看全部' : `待本级评审 ${String(waiting)} 件`}
        </Button>
      ) : null}
      {enter ? (
        <Button type="primary" onClick={enter}>
          报送作品
        </Button>
      ) : null}
    </div>
  )
}
