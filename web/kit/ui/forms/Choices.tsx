import { scaleOf } from '@zhixing/contract/form-logic.ts'
import styles from './Forms.module.css'
import type { FieldProps } from './types.ts'

/** Up to so many marks stand side by side; beyond, one slides. */
const side = 11

export function Choices({ question: { id, kind, options }, value, change }: FieldProps) {
  const isSingle = kind === 'single'
  const chosen = Array.isArray(value) ? value : []
  const toggle = (one: string) => {
    if (isSingle) return change(one)
    const next = chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]
    change(next.length > 0 ? next : undefined)
  }
  return options.map((option) => (
    <label key={option.id} className={styles.option}>
      <input
        type={isSingle ? 'radio' : 'checkbox'}
        name={id}
        checked={isSingle ? value === option.id : chosen.includes(option.id)}
        onChange={() => toggle(option.id)}
      />
      {option.text}
    </label>
  ))
}

export function Scale({ question, value, change }: FieldProps) {
  const { id, title } = question
  const marks = scaleOf(question)
  const [first = 1, last = first] = [marks[0], marks[marks.length - 1]]
  if (marks.length <= side)
    return (
      <div className={styles.scale}>
        {marks.map((mark) => (
          <label key={mark}>
            <input type="radio" name={id} checked={value === mark} onChange={() => change(mark)} />
            {mark}
          </label>
        ))}
      </div>
    )
  const shown = typeof value === 'number' ? value : undefined
  return (
    <div className={styles.slide}>
      <input
        type="range"
        aria-label={title}
        aria-valuetext={shown === undefined ? '还没有打分' : `${String(shown)} 分`}
        min={first}
        max={last}
        value={shown ?? Math.round((first + last) / 2)}
        onChange={({ target }) => change(Number(target.value))}
      />
      <input
        type="number"
        inputMode="numeric"
        aria-label={`${title}，分数`}
        min={first}
        max={last}
        value={shown ?? ''}
        onChange={({ target }) => change(target.value === '' ? undefined : Number(target.value))}
      />
      <small>
        {first}–{last} 分
      </small>
    </div>
  )
}

export function Matrix({ question: { id, rows, options }, value, change }: FieldProps) {
  const chosen = typeof value === 'object' && !Array.isArray(value) ? value : {}
  return rows.map((row) => (
    <div key={row.id} className={styles.row} role="radiogroup" aria-label={row.text}>
      <span>{row.text}</span>
      <div className={styles.cells}>
        {options.map((option) => (
          <label key={option.id} className={styles.option}>
            <input
              type="radio"
              name={`${id}-${row.id}`}
              checked={chosen[row.id] === option.id}
              onChange={() => change({ ...chosen, [row.id]: option.id })}
            />
            {option.text}
          </label>
        ))}
      </div>
    </div>
  ))
}

/** The order is the order in which one presses; pressed again, it leaves the order. */
export function Ranking({ question: { options }, value, change }: FieldProps) {
  const order = Array.isArray(value) ? value : []
  const toggle = (one: string) => {
    const next = order.includes(one) ? order.filter((each) => each !== one) : [...order, one]
    change(next.length > 0 ? next : undefined)
  }
  return (
    <>
      <small>按先后点一遍；再点一次取消</small>
      {options.map(({ id, text }) => {
        const place = order.indexOf(id) + 1
        return (
          <button
            key={id}
            type="button"
            className={styles.rank}
            aria-pressed={place > 0}
            onClick={() => toggle(id)}
          >
            <span>{place > 0 ? place : ''}</span>
            {text}
          </button>
        )
      })}
    </>
  )
}
