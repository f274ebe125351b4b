import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { renderSVG } from 'uqr'
import styles from './Account.module.css'

/** A secret for the second device; it counts once the first code from there has been typed. */
export function TotpSetup() {
  const begin = useAct('accounts.beginTotp')
  if (begin.data) return <Confirm {...begin.data} />
  return (
    <div className={styles.totp}>
      <p>
        手机上装一个支持动态口令的验证器（如各应用市场的“身份验证器”），扫码后每 30
        秒给出六位数字。别人知道了密码，没有您的手机也进不来。
      </p>
      <Button loading={begin.isPending} onClick={() => begin.mutate({})}>
        绑定验证器
      </Button>
    </div>
  )
}

function Confirm({ secret, uri }: { secret: string; uri: string }) {
  const { mutate, isPending, error } = useAct('accounts.confirmTotp')
  const [code, setCode] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    mutate({ code })
  }
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`
  return (
    <form onSubmit={send} className={styles.totp}>
      <p>1. 用验证器扫下面的码；不能扫时，手工填写密钥 {secret.match(/.{1,4}/g)?.join(' ')}</p>
      <img src={picture} alt="绑定验证器的二维码" className={styles.code} />
      <p>2. 填写验证器现在显示的六位数字</p>
      <div className={styles.row}>
        <Input
          aria-label="六位数字"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={({ target }) => setCode(target.value.replaceAll(/\D/g, ''))}
        />
        <Button htmlType="submit" loading={isPending} disabled={code.length < 6}>
          完成绑定
        </Button>
      </div>
      <p role="alert">{error?.message}</p>
    </form>
  )
}
