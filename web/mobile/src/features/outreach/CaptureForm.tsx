import type { Kept } from '@zhixing/kit/outreach/kept.ts'
import { shrink } from '@zhixing/kit/offline/photo.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import styles from './Outreach.module.css'
import { WitnessFields } from './WitnessFields.tsx'

export type Facts = Pick<
  Kept,
  'at' | 'isMet' | 'delivered' | 'minutes' | 'note' | 'witness' | 'photo'
>
type Props = {
  items: { id: string; title: string; copies: number }[]
  before: Kept | undefined
  keep: (facts: Facts) => Promise<void>
}

const usual = 60
const minutesMax = 600

function begin(items: Props['items']): Facts {
  return {
    at: new Date().toISOString(),
    isMet: true,
    delivered: items.map(({ id }) => id),
    minutes: usual,
    note: '',
    witness: null,
    photo: null,
  }
}

/** Who was met, what was left there, for how long; the rest only if there is something to say. */
export function CaptureForm({ items, before, keep }: Props) {
  const [facts, setFacts] = useState<Facts>(() => before ?? begin(items))
  const [problem, setProblem] = useState('')
  const [isKeeping, setIsKeeping] = useState(false)
  const set = (next: Partial<Facts>) => setFacts((now) => ({ ...now, ...next }))
  const save = () => {
    const wrong = complaintOf(facts)
    setProblem(wrong)
    if (wrong) return
    setIsKeeping(true)
    keep(pick(facts)).catch((error: unknown) => {
      setIsKeeping(false)
      setProblem(`手机没有存下：${error instanceof Error ? error.message : String(error)}`)
    })
  }
  return (
    <>
      <fieldset className={styles.choice}>
        <legend>见到本人没有</legend>
        <Choice word="见到了" isChosen={facts.isMet} choose={() => set({ isMet: true })} />
        <Choice word="没见到" isChosen={!facts.isMet} choose={() => set({ isMet: false })} />
      </fieldset>
      <When at={facts.at} set={(at) => set({ at })} />
      {facts.isMet ? <Minutes minutes={facts.minutes} set={(minutes) => set({ minutes })} /> : null}
      <Delivered items={items} facts={facts} set={(delivered) => set({ delivered })} />
      <label className={styles.field}>
        学了什么、有什么要求
        <textarea
          rows={3}
          maxLength={1000}
          value={facts.note}
          onChange={({ target }) => set({ note: target.value })}
        />
      </label>
      {facts.isMet ? (
        <WitnessFields witness={facts.witness ?? null} set={(witness) => set({ witness })} />
      ) : null}
      <Photo photo={facts.photo} set={(photo) => set({ photo })} complain={setProblem} />
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <Button block color="primary" loading={isKeeping} onClick={save}>
        存下这次上门
      </Button>
    </>
  )
}

function pick({ at, isMet, delivered, minutes, note, witness, photo }: Facts): Facts {
  const facts = { at, isMet, delivered, note: note.trim(), photo }
  return { ...facts, minutes: isMet ? minutes : 0, witness: isMet ? witness : null }
}

function complaintOf({ isMet, minutes, witness }: Facts): string {
  if (isMet && (minutes < 1 || minutes > minutesMax))
    return `用了多少分钟，请填 1 到 ${String(minutesMax)}`
  return witness && witness.name.trim() === '' ? '签字的人请写上姓名' : ''
}

function Choice({
  word,
  isChosen,
  choose,
}: {
  word: string
  isChosen: boolean
  choose: () => void
}) {
  return (
    <label>
      <input type="radio" name="met" checked={isChosen} onChange={choose} />
      {word}
    </label>
  )
}

/** The day may have been another one: somebody writes it down in the evening, or the clock is wrong. */
function When({ at, set }: { at: string; set: (at: string) => void }) {
  const day = new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  const choose = (next: string) => {
    if (next) set(new Date(`${next}T12:00:00+08:00`).toISOString())
  }
  return (
    <label className={styles.field}>
      上门日期
      <input type="date" value={day} onChange={({ target }) => choose(target.value)} />
    </label>
  )
}

function Minutes({ minutes, set }: { minutes: number; set: (minutes: number) => void }) {
  return (
    <label className={styles.field}>
      用了多少分钟
      <input
        inputMode="numeric"
        value={String(minutes)}
        onChange={({ target }) => set(Number(target.value.replace(/\D/g, '').slice(0, 3)))}
      />
    </label>
  )
}

type DeliveredProps = { items: Props['items']; facts: Facts; set: (ids: string[]) => void }

function Delivered({ items, facts: { delivered }, set }: DeliveredProps) {
  if (items.length === 0) return null
  const toggle = (id: string) =>
    set(delivered.includes(id) ? delivered.filter((one) => one !== id) : [...delivered, id])
  return (
    <fieldset className={styles.choice}>
      <legend>送到了什么</legend>
      {items.map(({ id, title, copies }) => (
        <label key={id}>
          <input type="checkbox" checked={delivered.includes(id)} onChange={() => toggle(id)} />
          {title}（{copies} 份）
        </label>
      ))}
    </fieldset>
  )
}

type PhotoProps = {
  photo: Facts['photo']
  set: (photo: Facts['photo']) => void
  complain: (problem: string) => void
}

function Photo({ photo, set, complain }: PhotoProps) {
  const take = (file: File | undefined) => {
    if (file) shrink(file).then(set, () => complain('照片没有处理成，请换一张'))
  }
  const size = photo ? Math.ceil(photo.bytes.byteLength / 1024) : 0
  return (
    <label className={styles.field}>
      照片（可以不拍）{photo ? `：已附，${String(size)} KB` : ''}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        onChange={({ target }) => take(target.files?.[0])}
      />
    </label>
  )
}
