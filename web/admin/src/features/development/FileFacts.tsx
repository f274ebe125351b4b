import { contactRoles } from '@zhixing/contract/development-words.ts'
import { opinionAnswers } from '@zhixing/contract/procedure-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { Link } from '@tanstack/react-router'
import styles from './Development.module.css'
import type { Shown } from './shown.ts'

/** What the file adds up to, who cultivates, what was posted and asked. */
export function FileFacts({ shown }: { shown: Shown }) {
  const { totals, contacts, unitId, memberId } = shown
  return (
    <section className={styles.part}>
      <h3>考察情况</h3>
      <ul>
        <li>
          积分 {totals.points} 分，参考线 {totals.pointsWanted} 分
        </li>
        <li>
          支部考察 {totals.inspections} 次{totals.inspectOn ? `，下次 ${totals.inspectOn} 前` : ''}
          ；思想汇报 {totals.thoughts} 份
        </li>
        <li>
          集中培训 {hours(totals.trainingMinutes)} 小时、{totals.trainingDays} 天，应满{' '}
          {hours(totals.trainingWanted)} 小时或 {totals.trainingDaysWanted} 天；志愿服务{' '}
          {hours(totals.serviceMinutes)} 小时；参加活动 {totals.activities} 次
        </li>
        {contacts.map(({ role, memberId: id, name, from, until }) => (
          <li key={`${role}${id}${from}`}>
            {contactRoles[role]} {name}
            <small>
              {from} 起{until ? `，${until} 止` : ''}
            </small>
          </li>
        ))}
        <Asked shown={shown} />
        {memberId ? (
          <li>
            <Link to="/members/$unitId/$memberId" params={{ unitId, memberId }}>
              已在党员名册
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

/** What hangs in public, and what departments were asked. */
function Asked({ shown: { notice, opinions } }: { shown: Shown }) {
  return (
    <>
      {notice ? (
        <li>
          公示 {notice.from} 至 {notice.until}
          {notice.isProvisional ? '（该年度放假安排未公布，按周末推算）' : ''}
          {notice.isOpen ? (
            <small>
              公开链接 <a href={notice.path}>{notice.path.slice(0, 28)}…</a>，到期自动关闭
            </small>
          ) : (
            <small>已经关闭</small>
          )}
        </li>
      ) : null}
      {opinions.map((one) => (
        <li key={one.department}>
          {one.department}：{one.answer ? opinionAnswers[one.answer] : `等待答复，${one.dueOn} 前`}
          <small>
            {one.answer ? `${one.answeredByName} ${one.text}` : one.question}
            {one.path ? (
              <>
                {' '}
                <a href={one.path}>答复链接</a>
              </>
            ) : null}
          </small>
        </li>
      ))}
    </>
  )
}
