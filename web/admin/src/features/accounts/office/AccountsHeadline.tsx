import { useAct } from '@zhixing/kit/use-answer.ts'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/me.ts'
import { useOrganization } from '../../../app/organization.ts'
import { CreateAccount } from './CreateAccount.tsx'
import styles from './Office.module.css'
import type { Hand, List } from './types.ts'

type Props = { list: List; hand: Hand }

export function AccountsHeadline({ list, hand }: Props) {
  const { counts, uninvited } = list
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <Sentence
      note={
        uninvited > 0
          ? `另有 ${uninvited.toLocaleString('zh-CN')} 名党员还没有账号`
          : '本组织的党员都有账号'
      }
      step={<Steps list={list} hand={hand} />}
    >
      <Count of={all.toLocaleString('zh-CN')} /> 个账号
      {counts.locked > 0 ? (
        <>
          ，<Count of={counts.locked} stress /> 个被锁定
        </>
      ) : null}
      {counts.stale > 0 ? (
        <>
          ，<Count of={counts.stale} /> 个久未登录
        </>
      ) : null}
      。
    </Sentence>
  )
}

function Steps({ list, hand }: Props) {
  const may = useMay()
  const [isCreating, setIsCreating] = useState(false)
  const waiting = list.uninvited + list.counts.new
  return (
    <div className={styles.steps}>
      {may('accounts.manage') ? (
        <Button onClick={() => setIsCreating(true)}>为工作人员开账号</Button>
      ) : null}
      {may('accounts.invite') && waiting > 0 ? <Invite waiting={waiting} hand={hand} /> : null}
      {isCreating ? <CreateAccount close={() => setIsCreating(false)} hand={hand} /> : null}
    </div>
  )
}

function Invite({ waiting, hand }: { waiting: number; hand: Hand }) {
  const { organizationId } = useOrganization()
  const { mutate, isPending } = useAct('accounts.invite')
  const [modal, holder] = Modal.useModal()
  const ask = () =>
    void modal.confirm({
      title: `为 ${waiting.toLocaleString('zh-CN')} 名尚未启用账号的党员发登录码？`,
      content: '每人一张纸条，印着登录名和一次性登录码，七天内有效。以前发的码随之作废。',
      okText: '发登录码',
      cancelText: '先不发',
      onOk: () => mutate({ organizationId }, { onSuccess: ({ slips }) => hand(slips) }),
    })
  return (
    <>
      {holder}
      <Button type="primary" loading={isPending} onClick={ask}>
        发登录码
      </Button>
    </>
  )
}
