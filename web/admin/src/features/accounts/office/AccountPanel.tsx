import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { AccountActs } from './AccountActs.tsx'
import { AccountState } from './AccountState.tsx'
import { Appointments } from './Appointments.tsx'
import styles from './Office.module.css'
import type { Hand, Shown } from './types.ts'

/** One account: how it signs in, which offices it holds and held, and what may be done to it. */
export function AccountPanel({ accountId, hand }: { accountId: string; hand: Hand }) {
  const change = useSearchChange()
  const answer = useAnswer('accounts.show', { accountId })
  const title = answer.data ? `${answer.data.name} · ${answer.data.organizationName}` : '账号'
  return (
    <DetailPanel title={title} open onClose={() => change({ open: undefined })}>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Facts shown={shown} />
            <AccountActs shown={shown} hand={hand} />
            <Appointments shown={shown} />
          </>
        )}
      </Answered>
    </DetailPanel>
  )
}

function Facts({ shown }: { shown: Shown }) {
  const { state, login, isMember, hasTotp, signedInAt, sessions, code, lockedUntil } = shown
  return (
    <dl className={styles.facts}>
      <dt>状态</dt>
      <dd>
        <AccountState state={state} />
        {state === 'locked' && lockedUntil ? `，到 ${moment(lockedUntil)} 自动解除` : ''}
      </dd>
      <dt>登录名</dt>
      <dd>
        {login}
        {isMember ? '，也可用手机号或身份证号' : ''}
      </dd>
      <dt>最近登录</dt>
      <dd>
        {signedInAt ? moment(signedInAt) : '从未登录'}
        {sessions > 0 ? `，在 ${sessions} 台设备上登录着` : ''}
      </dd>
      <dt>动态口令</dt>
      <dd>{hasTotp ? '已绑定' : '未绑定'}</dd>
      {code ? (
        <>
          <dt>登录码</dt>
          <dd>
            {moment(code.issuedAt)} 已发，{moment(code.expiresAt)} 前有效
          </dd>
        </>
      ) : null}
    </dl>
  )
}
