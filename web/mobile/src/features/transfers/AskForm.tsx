import { transferReasons } from '@zhixing/contract/transfer-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import styles from './Transfers.module.css'

type Branch = { organizationId: string; name: string; above: string }
type Reason = keyof typeof transferReasons

/** To a branch of the platform, found by its name, or to an organization outside of it. */
export function AskForm({ done }: { done: () => void }) {
  const [text, setText] = useState('')
  const [branch, setBranch] = useState<Branch>()
  const [reason, setReason] = useState<Reason>('work')
  const [contact, setContact] = useState('')
  const { mutate, isPending, error } = useAct('transfers.ask')
  const asked = text.trim()
  const to = branch?.name ?? asked
  const destination = {
    organizationId: branch?.organizationId ?? null,
    outside: branch ? '' : asked,
    contact,
  }
  return (
    <>
      <label className={form.field}>
        转到哪个党支部（平台外的写全称）
        <input
          value={branch ? branch.name : text}
          maxLength={60}
          onChange={({ target }) => {
            setBranch(undefined)
            setText(target.value)
          }}
        />
      </label>
      {branch ? null : <Found asked={asked} choose={setBranch} />}
      <ReasonField reason={reason} choose={setReason} />
      <label className={form.field}>
        接收方联系人、电话
        <input
          value={contact}
          maxLength={100}
          onChange={({ target }) => setContact(target.value)}
        />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <div className={styles.acts}>
        <Button
          block
          color="primary"
          loading={isPending}
          disabled={to.length < 2}
          onClick={() => mutate({ destination, reason, note: '' }, { onSuccess: done })}
        >
          {branch ? '提交支部审核' : '转往平台外，提交支部审核'}
        </Button>
        <Button block onClick={done}>
          返回
        </Button>
      </div>
    </>
  )
}

function ReasonField({ reason, choose }: { reason: Reason; choose: (reason: Reason) => void }) {
  const choices = choicesOf(transferReasons)
  const pick = (chosen: string) => {
    const found = choices.find(({ value }) => value === chosen)
    if (found) choose(found.value)
  }
  return (
    <label className={form.field}>
      原因
      <select value={reason} onChange={({ target }) => pick(target.value)}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Found({ asked, choose }: { asked: string; choose: (branch: Branch) => void }) {
  const { data } = useAnswer('floating.hosts', { text: asked }, { enabled: asked.length > 1 })
  if (asked.length < 2) return null
  return (
    <>
      {(data?.rows ?? []).map((row) => (
        <button
          key={row.organizationId}
          type="button"
          className={styles.found}
          onClick={() => choose(row)}
        >
          {row.name}
          <small>{row.above}</small>
        </button>
      ))}
    </>
  )
}
