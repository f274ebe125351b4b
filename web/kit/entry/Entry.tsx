import { useState } from 'react'
import { LargeTypeSwitch } from '../ui/LargeTypeSwitch.tsx'
import styles from './Entry.module.css'
import { FirstEntry } from './FirstEntry.tsx'
import { PasswordEntry } from './PasswordEntry.tsx'

type Props = { entered: () => void }

/** The way in, for both faces of the platform: password, second factor, or the code of the first day. */
export function Entry({ entered }: Props) {
  const [isFirst, setIsFirst] = useState(false)
  const [note, setNote] = useState('')
  const totpAwaits = () => {
    setIsFirst(false)
    setNote('密码已经设好，请用它登录，并填写验证器上的六位数字。')
  }
  return (
    <main className={styles.page}>
      <p className={styles.name}>知行</p>
      <h1>{isFirst ? '第一次登录' : '登录'}</h1>
      {note ? <p role="status">{note}</p> : null}
      {isFirst ? (
        <FirstEntry entered={entered} totpAwaits={totpAwaits} />
      ) : (
        <PasswordEntry entered={entered} />
      )}
      <button type="button" className={styles.link} onClick={() => setIsFirst(!isFirst)}>
        {isFirst ? '已有密码，直接登录' : '第一次登录，或拿到了新的登录码'}
      </button>
      <p>忘记密码请找支部书记或组织委员重新发码，当面办理。</p>
      <LargeTypeSwitch className={styles.link} />
    </main>
  )
}
