import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './Inbox.module.css'

type Box = Output<EntryOf<'notices.list'>>
type Notice = Box['rows'][number]

const pageSize = 50
const lookAgainMs = 60_000

/** Opening a notice is its read receipt; nothing is marked read behind the reader's back. */
export function Inbox() {
  const [open, setOpen] = useState(false)
  const answer = useAnswer('notices.list', { size: pageSize }, { every: () => lookAgainMs })
  const unread = answer.data?.unread ?? 0
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        收件箱{unread > 0 ? ` ${unread}` : ''}
      </Button>
      <DetailPanel title="收件箱" open={open} onClose={() => setOpen(false)}>
        <Answered answer={answer}>
          {(box) => <Letters box={box} leave={() => setOpen(false)} />}
        </Answered>
      </DetailPanel>
    </>
  )
}

function Letters({ box: { rows, unread, total }, leave }: { box: Box; leave: () => void }) {
  if (total === 0)
    return (
      <Empty title="还没有通知" example="“9月25日 09:00 主题党日，请按时参加。”">
        会议通知、学习提醒、导入和报告的结果都送到这里。
      </Empty>
    )
  return (
    <>
      <p className={styles.lead}>
        {unread > 0 ? `${unread} 条未读。展开即向发送方回执“已读”。` : '全部已读。'}
      </p>
      <ul>
        {rows.map((notice) => (
          <Letter key={notice.noticeId} notice={notice} leave={leave} />
        ))}
      </ul>
      {total > rows.length ? <p className={styles.lead}>只列最近 {rows.length} 条。</p> : null}
    </>
  )
}

function Letter({ notice, leave }: { notice: Notice; leave: () => void }) {
  const { mutate } = useAct('notices.read')
  const { unitId, noticeId, from, title, body, link, sentAt, readAt, reminders } = notice
  return (
    <li className={styles.letter}>
      <details onToggle={() => readAt ?? mutate({ unitId, noticeId })}>
        <summary>
          <span className={styles.state}>
            <Shape name={readAt ? 'ring' : 'square'} />
            {readAt ? '已读' : '未读'}
          </span>
          <b>{title}</b>
          <small>
            {from} · {moment(sentAt)}
            {reminders > 0 ? ` · 已提醒 ${reminders} 次` : ''}
          </small>
        </summary>
        <p>{body}</p>
        {link ? (
          <p>
            <LinkButton to={link} onFollow={leave}>
              前往办理
            </LinkButton>
          </p>
        ) : null}
      </details>
    </li>
  )
}
