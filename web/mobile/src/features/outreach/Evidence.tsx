import { witnessRelations } from '@zhixing/contract/outreach-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import styles from './Outreach.module.css'

type Told = {
  at: string
  isMet: boolean
  delivered: string[]
  minutes: number
  note: string
  witness: { name: string; relation: keyof typeof witnessRelations } | null
}
type Items = { id: string; title: string }[]

/** One telling of a visit, so that two of them can be laid side by side. */
export function Side({ title, told, items }: { title: string; told: Told; items: Items }) {
  const { at, isMet, delivered, minutes, note, witness } = told
  const given = items.filter(({ id }) => delivered.includes(id)).map((item) => item.title)
  const lines = [
    isMet ? `见到本人，${String(minutes)} 分钟` : '没有见到本人',
    given.length > 0 ? `送到：${given.join('、')}` : '',
    note,
    witness ? `${witnessRelations[witness.relation]}${witness.name}签字` : '',
  ]
  return (
    <div className={styles.side}>
      <h3>{title}</h3>
      <p>{lines.filter(Boolean).join('；')}</p>
      <small>{moment(at)}</small>
    </div>
  )
}

export function Evidence({ told, items }: { told: Told & { byName: string }; items: Items }) {
  return <Side title={`${told.byName}登记的`} told={told} items={items} />
}
