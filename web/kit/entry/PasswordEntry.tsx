import { useState } from 'react'
import { issuesOf } from '../issues.ts'
import { useAct } from '../use-answer.ts'
import { EntryForm } from './EntryForm.tsx'
import { Field } from './Field.tsx'

/** Name and password; who holds an office is asked for the code of their second device as well. */
export function PasswordEntry({ entered }: { entered: () => void }) {
  const { mutate, isPending, error } = useAct('accounts.signIn')
  const [missing, setMissing] = useState('')
  const [isTotp, setIsTotp] = useState(false)
  const issues = issuesOf(error)

  const send = ({ login = '', password = '', code }: Record<string, string>) => {
    if (!login) return setMissing('请填写登录名或手机号')
    if (!password) return setMissing('请填写密码；第一次登录请点下方，用登录码')
    if (isTotp && !code) return setMissing('请填写验证器上的六位数字')
    setMissing('')
    return mutate(
      { login, password, ...(code ? { code } : {}) },
      { onSuccess: ({ next }) => (next === 'totp' ? setIsTotp(true) : entered()) },
    )
  }

  return (
    <EntryForm
      verb="登录"
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
        label="密码"
        name="password"
        type="password"
        autoComplete="current-password"
        problem={issues['password']}
      />
      {isTotp ? (
        <Field
          label="验证器上的六位数字"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          autoFocus
          problem={issues['code']}
        />
      ) : null}
    </EntryForm>
  )
}
