import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import styles from './Floating.module.css'

type Host = { organizationId: string; name: string; above: string }
type Props = { phone: string; done: () => void }

/** Find the branch where one works or lives, and say that one is there. */
export function ReportIn({ phone, done }: Props) {
  const [host, setHost] = useState<Host>()
  return host ? (
    <Report host={host} phone={phone} done={done} back={() => setHost(undefined)} />
  ) : (
    <FindHost choose={setHost} done={done} />
  )
}

function FindHost({ choose, done }: { choose: (host: Host) => void; done: () => void }) {
  const [text, setText] = useState('')
  const asked = text.trim()
  const { data } = useAnswer('floating.hosts', { text: asked }, { enabled: asked.length > 1 })
  const found = asked.length > 1 ? data?.rows : undefined
  return (
    <>
      <label className={form.field}>
        支部名称（两个字以上）
        <input value={text} maxLength={60} onChange={({ target }) => setText(target.value)} />
      </label>
      {found?.length === 0 ? <p>没有找到这个党支部。</p> : null}
      {found?.map((row) => (
        <button
          key={row.organizationId}
          type="button"
          className={styles.host}
          onClick={() => choose(row)}
        >
          {row.name}
          <small>{row.above}</small>
        </button>
      ))}
      <p />
      <Button block onClick={done}>
        返回
      </Button>
    </>
  )
}

function Report({ host, phone: known, done, back }: Props & { host: Host; back: () => void }) {
  const [phone, setPhone] = useState(known)
  const [note, setNote] = useState('')
  const { mutate, isPending, error } = useAct('floating.reportIn')
  const report = () => mutate({ hostId: host.organizationId, phone, note }, { onSuccess: done })
  return (
    <>
      <h2>向{host.name}报到</h2>
      <label className={form.field}>
        联系电话（给对方支部）
        <input
          value={phone}
          inputMode="tel"
          maxLength={60}
          onChange={({ target }) => setPhone(target.value)}
        />
      </label>
      <label className={form.field}>
        说明（在哪里工作、居住）
        <input value={note} maxLength={200} onChange={({ target }) => setNote(target.value)} />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button block color="primary" loading={isPending} onClick={report}>
        报到
      </Button>
      <p />
      <Button block onClick={back}>
        换一个支部
      </Button>
    </>
  )
}
