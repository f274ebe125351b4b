import { useState } from 'react'
import { issuesOf } from '../issues.ts'
import { useAct } from '../use-answer.ts'
import { EntryForm } from './EntryForm.tsx'
import { Field } from './Field.tsx'
import styles from './Entry.module.css'

/** The old password, and the new one twice. */
export function PasswordChange() {
  const { mutate, isPending, isSuccess, error } = useAct('accounts.changePassword')
  const [missing, setMissing] = useState('')
  const issues = issuesOf(error)

  const send = ({ old = '', password = '', again = '' }: Record<string, string>) => {
    if (!old || !password) return setMissing('请填写现在的密码和新密码')
    if (password !== again) return setMissing('两次填写的新密码不一样')
    setMissing('')
    return mutate({ old, password })
  }

  if (isSuccess) return <p role="status">密码已经改好，其他设备上的登录已退出。</p>
  return (
    <div className={styles.inside}>
      <EntryForm
        verb="修改密码"
        pending={isPending}
        problem={missing || (error?.message ?? '')}
        send={send}
      >
        <Field
          label="现在的密码"
          name="old"
          type="password"
          autoComplete="current-password"
          problem={issues['old']}
        />
        <Field
          label="新密码"
          name="password"
          type="password"
          autoComplete="new-password"
          problem={issues['password']}
        />
        <Field label="再填一次新密码" name="again" type="password" autoComplete="new-password" />
      </EntryForm>
    </div>
  )
}
