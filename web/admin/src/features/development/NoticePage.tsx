import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useParams } from '@tanstack/react-router'
import styles from './Development.module.css'

/** A public notice: open to whoever was given the address, until its last day. */
export function NoticePage() {
  const { code } = useParams({ from: '/public/notices/$code' })
  const answer = useAnswer('development.notice', { code })
  return (
    <main className={styles.sheet}>
      <Answered answer={answer}>
        {(notice) => (
          <>
            <h1>拟列为发展对象公示</h1>
            <p>
              经{notice.organizationName}研究，拟将{notice.name}同志列为发展对象，现予公示。公示期自{' '}
              {notice.from} 至 {notice.until}。对公示对象有意见的，请在公示期内实名反映。
            </p>
            <dl>
              <dt>姓名</dt>
              <dd>{notice.name}</dd>
              <dt>性别</dt>
              <dd>{notice.sex}</dd>
              <dt>出生年月</dt>
              <dd>{notice.bornMonth}</dd>
              <dt>学历</dt>
              <dd>{notice.education || '—'}</dd>
              <dt>工作岗位</dt>
              <dd>{notice.occupation || '—'}</dd>
              <dt>申请入党日期</dt>
              <dd>{notice.appliedOn}</dd>
              <dt>培养联系人</dt>
              <dd>{notice.contacts.join('、') || '—'}</dd>
              <dt>反映问题</dt>
              <dd>{notice.contact}</dd>
            </dl>
          </>
        )}
      </Answered>
    </main>
  )
}
