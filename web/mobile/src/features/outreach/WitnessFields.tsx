import type { Kept } from '@zhixing/kit/outreach/kept.ts'
import { witnessRelations } from '@zhixing/contract/outreach-words.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { useRef, useState, type PointerEvent } from 'react'
import styles from './Outreach.module.css'

type Witness = NonNullable<Kept['witness']>
type Props = { witness: Witness | null; set: (witness: Witness | null) => void }

const blank: Witness = { name: '', relation: 'self', signature: '' }

/** The member or the family says on the spot that it is true, with a name and a hand of their own. */
export function WitnessFields({ witness, set }: Props) {
  if (!witness)
    return (
      <button type="button" className={styles.open} onClick={() => set(blank)}>
        请本人或家属签字确认 ›
      </button>
    )
  const change = (next: Partial<Witness>) => set({ ...witness, ...next })
  const choose = (value: string) => {
    const relation = keysOf(witnessRelations).find((key) => key === value)
    if (relation) change({ relation })
  }
  return (
    <fieldset className={styles.choice}>
      <legend>签字确认</legend>
      <label className={styles.field}>
        签字人姓名
        <input
          value={witness.name}
          maxLength={50}
          onChange={({ target }) => change({ name: target.value })}
        />
      </label>
      <label className={styles.field}>
        与党员的关系
        <select value={witness.relation} onChange={({ target }) => choose(target.value)}>
          {choicesOf(witnessRelations).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Pad signature={witness.signature} set={(signature) => change({ signature })} />
      <button type="button" className={styles.open} onClick={() => set(null)}>
        不签了
      </button>
    </fieldset>
  )
}

const lengthMax = 19_000

/** Strokes as a path: small enough to wait on the phone, and drawn the same everywhere. */
function Pad({ signature, set }: { signature: string; set: (signature: string) => void }) {
  const [isDrawing, setIsDrawing] = useState(false)
  const sheet = useRef<SVGSVGElement>(null)
  const point = ({ clientX, clientY }: PointerEvent) => {
    const box = sheet.current?.getBoundingClientRect()
    if (!box) return ''
    const [x, y] = [
      ((clientX - box.left) / box.width) * 300,
      ((clientY - box.top) / box.height) * 120,
    ]
    return `${String(clamp(x, 300))} ${String(clamp(y, 120))}`
  }
  const add = (step: string) => {
    if (signature.length < lengthMax) set(signature + step)
  }
  return (
    <div>
      <svg
        ref={sheet}
        viewBox="0 0 300 120"
        className={styles.pad}
        role="img"
        aria-label="签字处"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setIsDrawing(true)
          add(`M${point(event)}`)
        }}
        onPointerMove={(event) => {
          if (isDrawing) add(`L${point(event)}`)
        }}
        onPointerUp={() => setIsDrawing(false)}
      >
        <path d={signature} fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <button type="button" className={styles.open} onClick={() => set('')}>
        重签
      </button>
    </div>
  )
}

function clamp(value: number, most: number): number {
  return Math.round(Math.min(Math.max(value, 0), most))
}
