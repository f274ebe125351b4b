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
import { duties, pagesFor } from './pages.ts'

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
      {answer.data ? <Pages reader={answer.data} /> : null}
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

function Pages({ reader }: { reader: Parameters<typeof pagesFor>[0] }) {
  return pagesFor(reader).map(({ name: group, lines }) => (
    <section key={group} className={styles.group} aria-label={group}>
      <h2>{group}</h2>
      {lines.map(({ to, name, note }) => (
        <Link key={to} to={to} className={styles.row}>
          {name}
          <span>{note} ›</span>
        </Link>
      ))}
      {group === duties ? <LeaderLink /> : null}
    </section>
  ))
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
