import type { EntryOf, Output } from '@zhixing/contract'
import { sayRule } from '@zhixing/contract/rule-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import styles from './Rules.module.css'
import { daySaid } from '../../format/day-said.ts'
import { ownerSaid, spanSaid } from './say.ts'

type Shown = Output<EntryOf<'rules.show'>>
type Entry = Shown['entries'][number]

const states: Record<Entry['state'], string> = {
  current: '● 现行',
  base: '◐ 上级的底线，本级更严',
  future: '○ 待施行',
  past: '– 已被取代',
  overruled: '△ 被上级更严的规定盖过',
  withdrawn: '✕ 已撤回',
}

/** Every value there ever was, newest first; nothing is edited, so nothing is missing. */
export function RuleHistory({ shown }: { shown: Shown }) {
  const [ending, setEnding] = useState<Entry>()
  return (
    <Section title="历史与范围" aside={`${shown.entries.length} 条`}>
      <ol className={styles.history}>
        {shown.entries.map((entry) => (
          <li key={entry.id}>
            <p>
              <b>{sayRule(entry.value, shown.rule.unit)}</b>
              <span>{states[entry.state]}</span>
            </p>
            <p>
              {ownerSaid(entry)} · {spanSaid(entry.from, entry.until)}
            </p>
            <p>{entry.clause}</p>
            {entry.byName ? <p>由{entry.byName}设定</p> : null}
            {entry.withdrawnOn ? (
              <p>
                {daySaid(entry.withdrawnOn)}撤回：{entry.withdrawReason}
              </p>
            ) : null}
            {entry.canWithdraw ? (
              <Button size="small" onClick={() => setEnding(entry)}>
                撤回
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {ending ? (
        <Withdrawing
          entry={ending}
          value={sayRule(ending.value, shown.rule.unit)}
          close={() => setEnding(undefined)}
        />
      ) : null}
    </Section>
  )
}

type WithdrawingProps = { entry: Entry; value: string; close: () => void }

function Withdrawing({ entry, value, close }: WithdrawingProps) {
  const [reason, setReason] = useState('')
  const { message } = App.useApp()
  const { mutate, isPending } = useAct('rules.withdraw')
  const withdraw = () =>
    mutate(
      { ruleId: entry.id, reason },
      { onSuccess: close, onError: (error) => void message.error(error.message) },
    )
  return (
    <Modal
      open
      title={`撤回“${value}”？`}
      okText="撤回"
      cancelText="取消"
      okButtonProps={{ disabled: reason.trim().length < 2, loading: isPending }}
      onOk={withdraw}
      onCancel={close}
    >
      <p>从今天起不再适用，恢复为上级或之前的值；已经按它办结的事项不变。</p>
      <Input
        aria-label="撤回的理由"
        placeholder="撤回的理由"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  )
}
