import { useState } from 'react'
import { issuesOf } from '../issues.ts'
import { useAct } from '../use-answer.ts'
import { EntryForm } from './EntryForm.tsx'
import { Field } from './Field.tsx'

type Props = {
  entered: () => void
  /** The password is set, and the second factor is still asked for. */
  totpAwaits: () => void
}

/** The code that was handed over in person is exchanged for a password of one's own. */
export function FirstEntry({ entered, totpAwaits }: Props) {
  const { mutate, isPending, error } = useAct('accounts.redeemCode')
  const [missing, setMissing] = useState('')
  const issues = issuesOf(error)

  const send = ({ login = '', code = '', password = '', again = '' }: Record<string, string>) => {
    if (!login || !code) return setMissing('请填写登录名和登录码')
    if (!password) return setMissing('请设置一个密码')
    if (password !== again) return setMissing('两次填写的密码不一样')
    setMissing('')
    return mutate(
      { login, code, password },
      { onSuccess: ({ next }) => (next === 'totp' ? totpAwaits() : entered()) },
    )
  }

  return (
    <EntryForm
      verb="设置密码并登录"
      pending={isPending}
      problem={missing || (error?.message ?? '')}
      send={send}
    >
      <Field
        label="登录名或手机号"
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        problem={issues['login']}
      />
      <Field
        label="登录码"
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        problem={issues['code']}
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
  )
}
