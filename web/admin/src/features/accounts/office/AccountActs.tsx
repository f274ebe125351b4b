import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { AskReason } from './AskReason.tsx'
import styles from './Office.module.css'
import type { Hand, Shown } from './types.ts'

/** What the caller may do to the account; the server has said what, and decides again. */
export function AccountActs({ shown, hand }: { shown: Shown; hand: Hand }) {
  const { may, state, disabledAt, hasTotp } = shown
  return (
    <div className={styles.steps}>
      {may.invite ? <Renew shown={shown} hand={hand} /> : null}
      {may.unlock && state === 'locked' ? <Unlock shown={shown} /> : null}
      {may.manage && hasTotp ? <ResetTotp shown={shown} /> : null}
      {may.manage && disabledAt ? <Enable shown={shown} /> : null}
      {may.manage && !disabledAt ? <Disable shown={shown} /> : null}
    </div>
  )
}

function Renew({ shown: { id, name }, hand }: { shown: Shown; hand: Hand }) {
  const { mutate, isPending } = useAct('accounts.renewCode')
  const [modal, holder] = Modal.useModal()
  const ask = () =>
    void modal.confirm({
      title: `给${name}发一个新的登录码？`,
      content: '用于第一次登录或忘记密码。原来的密码在新码使用之前仍然有效。',
      okText: '发登录码',
      cancelText: '先不发',
      onOk: () => mutate({ accountId: id }, { onSuccess: (slip) => hand([slip]) }),
    })
  return (
    <>
      {holder}
      <Button loading={isPending} onClick={ask}>
        发登录码
      </Button>
    </>
  )
}

function Unlock({ shown: { id } }: { shown: Shown }) {
  const { mutate, isPending } = useAct('accounts.unlock')
  return (
    <Button type="primary" loading={isPending} onClick={() => mutate({ accountId: id })}>
      解除锁定
    </Button>
  )
}

function Disable({ shown: { id, name } }: { shown: Shown }) {
  const { mutate, isPending, error } = useAct('accounts.disable')
  const send = (reason: string, close: () => void) =>
    mutate({ accountIds: [id], reason }, { onSuccess: close })
  return (
    <WithReason
      verb="停用"
      question={`停用${name}的账号？`}
      note="所有设备立即退出，不能再登录；资料和记录都保留，随时可以恢复。"
      pending={isPending}
      problem={error?.message}
      send={send}
    />
  )
}

function Enable({ shown: { id, name } }: { shown: Shown }) {
  const { mutate, isPending, error } = useAct('accounts.enable')
  const send = (reason: string, close: () => void) =>
    mutate({ accountId: id, reason }, { onSuccess: close })
  return (
    <WithReason
      verb="恢复"
      question={`恢复${name}的账号？`}
      note="恢复后用原来的密码登录。"
      pending={isPending}
      problem={error?.message}
      send={send}
    />
  )
}

function ResetTotp({ shown: { id, name } }: { shown: Shown }) {
  const { mutate, isPending, error } = useAct('accounts.resetTotp')
  const send = (reason: string, close: () => void) =>
    mutate({ accountId: id, reason }, { onSuccess: close })
  return (
    <WithReason
      verb="解除验证器"
      question={`解除${name}的动态口令验证器？`}
      note="用于手机遗失。所有设备立即退出，之后凭密码登录并重新绑定。"
      pending={isPending}
      problem={error?.message}
      send={send}
    />
  )
}

type Props = {
  verb: string
  question: string
  note: string
  pending: boolean
  problem: string | undefined
  send: (reason: string, close: () => void) => void
}

function WithReason({ verb, question, note, pending, problem, send }: Props) {
  const [isAsking, setIsAsking] = useState(false)
  const close = () => setIsAsking(false)
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{verb}</Button>
      {isAsking ? (
        <AskReason
          question={question}
          verb={verb}
          pending={pending}
          problem={problem}
          confirm={(reason) => send(reason, close)}
          cancel={close}
        >
          {note}
        </AskReason>
      ) : null}
    </>
  )
}
