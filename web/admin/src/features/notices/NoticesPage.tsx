import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { NewNotice } from './NewNotice.tsx'
import { SentNotice } from './SentNotice.tsx'

type Row = Output<EntryOf<'notices.sent'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '通知',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ noticeId, title }) => <LineLink open={noticeId}>{title}</LineLink>,
  },
  { key: 'from', title: '发出人', width: '8rem', cell: ({ from }) => from },
  { key: 'at', title: '时间', width: '9rem', cell: ({ at }) => moment(at) },
  {
    key: 'read',
    title: '已读/发送',
    width: '7rem',
    number: true,
    narrow: true,
    cell: ({ read, people }) => `${read}/${people}`,
  },
]

/** What was sent to the members of an organization, and how many have read it. */
export function NoticesPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/notices' })
  const answer = useAnswer('notices.sent', { organizationId, page, size })
  const change = useSearchChange()
  const [isWriting, setIsWriting] = useState(false)
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total }) => {
          const chosen = rows.find(({ noticeId }) => noticeId === open)
          const unread = rows.reduce((sum, { people, read }) => sum + people - read, 0)
          return (
            <>
              <Sentence
                note="会议通知在各次活动里发；这里发学习通知和材料。"
                step={
                  <Button type="primary" onClick={() => setIsWriting(true)}>
                    写通知
                  </Button>
                }
              >
                已发 <Count of={total} /> 条学习通知
                {unread > 0 ? (
                  <>
                    ，还有 <Count of={unread} /> 人次未读
                  </>
                ) : null}
                。
              </Sentence>
              <Sent rows={rows} total={total} page={page} />
              <DetailPanel
                title={chosen?.title ?? ''}
                open={chosen !== undefined}
                onClose={() => change({ open: undefined })}
              >
                {chosen ? <SentNotice notice={chosen} /> : null}
              </DetailPanel>
              {isWriting ? <NewNotice close={() => setIsWriting(false)} /> : null}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Sent({ rows, total, page }: { rows: Row[]; total: number; page: number }) {
  if (total === 0)
    return (
      <Empty title="还没有发过学习通知" example="“本月学习材料”，附 2 个文件，23 人中 19 人已读。">
        写一条通知、附上材料，发给本组织的党员；谁已读、谁未读一目了然，可以只提醒未读的人。
      </Empty>
    )
  return (
    <>
      <DataList
        label="发出的通知"
        columns={columns}
        rows={rows}
        keyOf={({ noticeId }) => noticeId}
      />
      <Pager page={page} size={size} total={total} />
    </>
  )
}
