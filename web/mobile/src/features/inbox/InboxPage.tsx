import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import styles from './Inbox.module.css'

type Notice = Output<EntryOf<'notices.list'>>['rows'][number]

/** Opening a notice is its read receipt; nothing is marked read behind the reader's back. */
export function InboxPage() {
  const answer = useAnswer('notices.list', { size: 100 })
  return (
    <SubPage title="收件箱" back="/me">
      <Answered answer={answer}>
        {({ rows, total, unread }) =>
          total === 0 ? (
            <Empty title="还没有通知" example="9月25日 09:00 主题党日，请按时参加。">
              会议通知和学习材料都送到这里；打开就是回执，组织者能看到您已读。
            </Empty>
          ) : (
            <>
              <Sentence note="点开即回执“已读”">
                {unread > 0 ? (
                  <>
                    有 <Count of={unread} stress /> 条未读。
                  </>
                ) : (
                  '全部已读。'
                )}
              </Sentence>
              <ul>
                {rows.map((notice) => (
                  <Letter key={notice.noticeId} notice={notice} />
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function Letter({ notice }: { notice: Notice }) {
  const { mutate } = useAct('notices.read')
  const { unitId, noticeId, from, title, body, link, sentAt, readAt, reminders, files } = notice
  return (
    <li className={styles.letter}>
      <details onToggle={() => readAt ?? mutate({ unitId, noticeId })}>
        <summary>
          <b>{title}</b>
          <span className={styles.state}>
            <Shape name={readAt ? 'ring' : 'square'} />
            {readAt ? '已读' : '未读'}
            {reminders > 0 ? `，已提醒 ${reminders} 次` : ''}
          </span>
          <small>
            {from} · {moment(sentAt)}
          </small>
        </summary>
        <p className={styles.body}>{body}</p>
        {files.length > 0 ? (
          <ul className={styles.files}>
            {files.map((file) => (
              <li key={file.fileId}>
                <a href={fileAddress(file)}>{file.name}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {link ? <LinkButton to={link}>前往办理</LinkButton> : null}
      </details>
    </li>
  )
}
