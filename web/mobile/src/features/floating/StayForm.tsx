import type { Draft, EntryOf } from '@zhixing/contract'
import { stayRanges, stayReasons } from '@zhixing/contract/floating-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState, type ReactNode } from 'react'
import form from '../../ui/Form.module.css'
import type { Mine } from './MyStayPage.tsx'

type Stay = Draft<EntryOf<'floating.update'>>['stay']
type Props = { mine: Mine; done: () => void }

function empty({ since, destination }: Mine): Stay {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  return { since: since ?? today, reason: 'work', range: 'nation', destination, phone: '' }
}

export function StayForm({ mine, done }: Props) {
  const { version } = mine
  const [stay, setStay] = useState<Stay>(() => mine.stay ?? empty(mine))
  const { mutate, isPending, error } = useAct('floating.update')
  const set = (next: Partial<Stay>) => setStay((before) => ({ ...before, ...next }))
  return (
    <>
      <Field label="外出日期">
        <input
          type="date"
          value={stay.since}
          onChange={({ target }) => set({ since: target.value })}
        />
      </Field>
      <Choice
        label="外出原因"
        words={stayReasons}
        value={stay.reason}
        choose={(reason) => set({ reason })}
      />
      <Choice
        label="外出范围"
        words={stayRanges}
        value={stay.range}
        choose={(range) => set({ range })}
      />
      <Line
        label="流向（省市县）"
        value={stay.destination}
        set={(destination) => set({ destination })}
      />
      <Line label="详细住址" value={stay.address ?? ''} set={(address) => set({ address })} />
      <Line label="外出期间的联系电话" value={stay.phone ?? ''} set={(phone) => set({ phone })} />
      <Line
        label="流入地党组织"
        value={stay.hostName ?? ''}
        set={(hostName) => set({ hostName })}
      />
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={stay.destination.trim().length < 2}
        onClick={() => mutate({ version, stay }, { onSuccess: done })}
      >
        报告支部
      </Button>
      <p />
      <Button block onClick={done}>
        返回
      </Button>
    </>
  )
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // The field is whatever is inside.
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control
    <label className={form.field}>
      {label}
      {children}
    </label>
  )
}

type LineProps = { label: string; value: string; set: (value: string) => void }

function Line({ label, value, set }: LineProps) {
  return (
    <Field label={label}>
      <input value={value} maxLength={200} onChange={({ target }) => set(target.value)} />
    </Field>
  )
}

type ChoiceProps<Key extends string> = {
  label: string
  words: Readonly<Record<Key, string>>
  value: Key
  choose: (key: Key) => void
}

function Choice<Key extends string>({ label, words, value, choose }: ChoiceProps<Key>) {
  const choices = choicesOf(words)
  const pick = (chosen: string) => {
    const found = choices.find((one) => one.value === chosen)
    if (found) choose(found.value)
  }
  return (
    <Field label={label}>
      <select value={value} onChange={({ target }) => pick(target.value)}>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
