import { officeNames } from '@zhixing/contract/words.ts'
import { command, isSignedOut } from '@zhixing/kit/api.ts'
import { complain } from '@zhixing/kit/complaints.ts'
import { useLargeType } from '@zhixing/kit/large-type.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { forgetWhatWasOpened, sendWhatWaits } from '../../app/kept.ts'
import { LeaderLink } from './LeaderLink.tsx'
import styles from './Me.module.css'

/** What belongs to the reader; a capability adds its line when its page stands. */
const links: { to: string; name: string; note: string }[] = [
  { to: '/me/record', name: '我的资料', note: '名册里怎么写的' },
  { to: '/me/hours', name: '我的学时', note: '每一笔从哪里来' },
  { to: '/plans', name: '培训安排', note: '按我的岗位和层次' },
  { to: '/classes', name: '我的培训班', note: '报名、课程表、证书' },
  { to: '/topics', name: '学习内容', note: '上级布置的，可以自学' },
  { to: '/packages', name: '互动课件', note: '点开就学，随时接着学' },
  { to: '/quizzes', name: '测验', note: '测验、复测、应知应会、竞赛' },
  { to: '/surveys', name: '请我答的问卷', note: '调研、评估、自查' },
  { to: '/ballots', name: '投票', note: '无记名，谁也查不到' },
  { to: '/roles', name: '我的岗责', note: '定了什么岗、还能认领什么' },
  { to: '/conduct', name: '我的履责', note: '组织生活、党费、分配的工作' },
  { to: '/appraisal', name: '民主评议', note: '自评互评、谈心谈话、整改' },
  { to: '/talks', name: '约我谈话', note: '党组织约我的时间和地点' },
  { to: '/duties', name: '我的责任清单', note: '任职的岗位要办什么' },
  { to: '/inbox', name: '收件箱', note: '通知和学习材料' },
  { to: '/me/kept', name: '存在手机里的', note: '还没交上的、带着的课' },
  { to: '/me/account', name: '登录与密码', note: '哪些设备登录着' },
  { to: '/outreach', name: '送学上门', note: '安排我去的，没有网络也能登记' },
  { to: '/development', name: '发展党员', note: '我的进程、我联系的同志' },
  { to: '/dues', name: '我的党费', note: '应交、已交、申请减免' },
  { to: '/mentoring', name: '结对与锻炼', note: '带教记录、实践任务' },
  { to: '/materials', name: '发给我的书', note: '书、笔记本、电子版' },
  { to: '/sites', name: '站点记录', note: '我管理的站点，每月一交' },
  { to: '/study-groups', name: '理论中心组', note: '下一次学习、要补的、列席旁听' },
  { to: '/tours', name: '送课', note: '要来讲的、我去讲的' },
  { to: '/me/deliveries', name: '送到我家的', note: '谁来过、学了什么' },
  { to: '/transfers', name: '组织关系转接', note: '申请、介绍信、办到哪一步' },
  { to: '/floating', name: '外出与报到', note: '去向、联系人、服务任务' },
]

export function MePage() {
  const answer = useAnswer('accounts.me', {})
  const { large, toggle } = useLargeType()
  const { leave, warning } = useLeave()
  return (
    <>
      <Answered answer={answer}>
        {({ name, organization, appointments }) => (
          <Sentence
            note={[
              organization.name,
              ...appointments.map(({ office }) => officeNames[office]),
            ].join(' · ')}
          >
            {name}
          </Sentence>
        )}
      </Answered>
      <button type="button" className={styles.row} aria-pressed={large} onClick={toggle}>
        大字版
        <span>{large ? '已打开' : '已关闭'}</span>
      </button>
      {links.map(({ to, name, note }) => (
        <Link key={to} to={to} className={styles.row}>
          {name}
          <span>{note} ›</span>
        </Link>
      ))}
      <LeaderLink />
      {answer.data?.grants.includes('resources.order') ? (
        <Link to="/resources" className={styles.row}>
          阵地与师资
          <span>给支部点单 ›</span>
        </Link>
      ) : null}
      {answer.data?.grants.includes('materials.receive') ? (
        <Link to="/materials/issues" className={styles.row}>
          签收书刊教材
          <span>上级发来的 ›</span>
        </Link>
      ) : null}
      {answer.data?.grants.includes('floating.keep') ? (
        <Link to="/floating/contacts" className={styles.row}>
          联系流动党员
          <span>谁超期了 ›</span>
        </Link>
      ) : null}
      <button type="button" className={styles.row} onClick={leave}>
        换一个人登录
        <span>一部手机可供几位同志使用 ›</span>
      </button>
      <p className={styles.warning} role="alert">
        {warning}
      </p>
    </>
  )
}

/** Whose session has ended by itself is out already. */
async function signOut(): Promise<void> {
  await command('accounts.signOut', {}).catch((error: Error) => {
    if (!isSignedOut(error)) throw error
  })
}

function useLeave() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [warning, setWarning] = useState('')
  const gone = async () => {
    await forgetWhatWasOpened()
    client.clear()
    await navigate({ to: '/login' })
  }
  const leave = async () => {
    const left = warning === '' ? await sendWhatWaits() : 0
    if (left === 0) await signOut().then(gone, complain)
    else
      setWarning(
        `还有 ${String(left)} 条记录没有上交。再点一次仍然退出：记录加了密留在这部手机里，别人打不开，您下次登录时再交。`,
      )
  }
  return { leave: () => void leave(), warning }
}
