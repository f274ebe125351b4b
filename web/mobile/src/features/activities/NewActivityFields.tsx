import { activityKinds } from '@zhixing/contract/words.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import form from '../../ui/Form.module.css'
import type { KindKey } from './NewActivityPage.tsx'

type Props = {
  plan: { place: string; agenda: { title: string; minutes: number }[] }
  kind: KindKey
  setKind: (kind: KindKey) => void
  setPlace: (place: string) => void
}

export function NewActivityFields({ plan, kind, setKind, setPlace }: Props) {
  const choose = (value: string) =>
    setKind(keysOf(activityKinds).find((key) => key === value) ?? kind)
  return (
    <>
      <label className={form.field}>
        类别
        <select value={kind} onChange={({ target }) => choose(target.value)}>
          {choicesOf(activityKinds).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className={form.field}>
        地点
        <input
          value={plan.place}
          maxLength={100}
          onChange={({ target }) => setPlace(target.value)}
        />
      </label>
      <p className={form.note}>
        议程：{plan.agenda.map(({ title, minutes }) => `${title} ${minutes} 分钟`).join('，')}
      </p>
    </>
  )
}
