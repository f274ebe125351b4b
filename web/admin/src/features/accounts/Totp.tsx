import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import styles from './Account.module.css'
import { TotpSetup } from './TotpSetup.tsx'

export function Totp({ hasTotp }: { hasTotp: boolean }) {
  return hasTotp ? <Bound /> : <TotpSetup />
}

/** Taking it away asks for the password: an open page alone is not enough. */
function Bound() {
  const { mutate, isPending, error } = useAct('accounts.removeTotp')
  const [password, setPassword] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    mutate({ password })
  }
  return (
    <form onSubmit={send} className={styles.totp}>
      <p>登录时除密码外，还要填写验证器上的六位数字。换手机前请先解除，再用新手机绑定。</p>
      <div className={styles.row}>
        <Input.Password
          aria-label="现在的密码"
          placeholder="现在的密码"
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Button htmlType="submit" loading={isPending} disabled={password === ''}>
          解除
        </Button>
      </div>
      <p role="alert">{error?.message}</p>
    </form>
  )
}
