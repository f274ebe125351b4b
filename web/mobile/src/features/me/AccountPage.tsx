import type { EntryOf, Output } from '@zhixing/contract'
import { PasswordChange } from '@zhixing/kit/entry/PasswordChange.tsx'
import { deviceOf } from '@zhixing/kit/format/device.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import styles from './Account.module.css'

type Own = Output<EntryOf<'accounts.sessions'>>

/** Where one is signed in, and with what; a lost phone is signed out from another one. */
export function AccountPage() {
  const answer = useAnswer('accounts.sessions', {})
  return (
    <SubPage title="登录与密码" back="/me">
      <Answered answer={answer}>{(own) => <Account own={own} />}</Answered>
    </SubPage>
  )
}

function Account({ own: { login, hasTotp, passwordSetAt, rows: sessions } }: { own: Own }) {
  return (
    <>
      <Sentence note={`登录名 ${login}`}>
        您在 <Count of={sessions.length} /> 台设备上登录着。
      </Sentence>
      <h2 className={rows.title}>登录着的设备</h2>
      <Sessions sessions={sessions} />
      <h2 className={rows.title}>动态口令</h2>
      <p className={styles.totp}>
        <Shape name={hasTotp ? 'check' : 'ring'} />
        {hasTotp
          ? '已绑定：登录时除密码外，还要填写验证器上的六位数字。'
          : '没有绑定。担任职务的同志可以在电脑上的“我的账号”里绑定验证器。'}
      </p>
      <h2 className={rows.title}>密码</h2>
      {passwordSetAt ? <p className={styles.note}>上次修改 {moment(passwordSetAt)}</p> : null}
      <PasswordChange />
    </>
  )
}

function Sessions({ sessions }: { sessions: Own['rows'] }) {
  const { mutate, isPending, error } = useAct('accounts.endSession')
  return (
    <>
      <ul>
        {sessions.map(({ id, isThis, agent, createdAt, lastSeenAt }) => (
          <li key={id} className={styles.session}>
            <b>
              <Shape name={isThis ? 'square' : 'ring'} />
              {deviceOf(agent)}
              {isThis ? '（本机）' : ''}
            </b>
            <small>
              {moment(createdAt)} 登录，最近 {moment(lastSeenAt)}
            </small>
            {isThis ? null : (
              <button type="button" disabled={isPending} onClick={() => mutate({ sessionId: id })}>
                让它退出
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 2 ? (
        <button
          type="button"
          className={styles.all}
          disabled={isPending}
          onClick={() => mutate({})}
        >
          其他 {sessions.length - 1} 台全部退出
        </button>
      ) : null}
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}
