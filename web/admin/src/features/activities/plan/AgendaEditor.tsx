import { Button, Input, InputNumber, Select } from 'antd'
import type { AgendaItem, Kind } from '../state.ts'
import styles from './Plan.module.css'
import { totalOf } from './plan-values.ts'

type Props = { kind: Kind; agenda: AgendaItem[]; change: (agenda: AgendaItem[]) => void }

/** What is required stands in the list already; what is chosen is added. */
export function AgendaEditor({ kind, agenda, change }: Props) {
  const set = (index: number, next: Partial<AgendaItem>) =>
    change(agenda.map((item, at) => (at === index ? { ...item, ...next } : item)))
  const swap = (index: number) => change(agenda.map((item, at) => agenda[moved(at, index)] ?? item))
  const add = () => change([...agenda, { title: '', minutes: 30 }])
  return (
    <>
      <table className={styles.agenda}>
        <caption>议程，共 {totalOf(agenda)} 分钟</caption>
        <tbody>
          {agenda.map((item, at) => (
            // The place in the list is what identifies an item: two may have the same words.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <td>{at + 1}</td>
              <td>
                <Input
                  aria-label={`第 ${at + 1} 项议程`}
                  maxLength={100}
                  value={item.title}
                  onChange={({ target }) => set(at, { title: target.value })}
                />
              </td>
              <td className={styles.narrow}>
                <InputNumber
                  aria-label={`第 ${at + 1} 项分钟数`}
                  min={1}
                  max={600}
                  step={5}
                  suffix="分钟"
                  value={item.minutes}
                  onChange={(minutes) => set(at, { minutes: minutes ?? 1 })}
                />
              </td>
              <td>
                <PartSelect kind={kind} item={item} at={at} set={(part) => set(at, { part })} />
              </td>
              <td>
                <Button size="small" type="text" disabled={at === 0} onClick={() => swap(at)}>
                  上移
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={`删去第 ${at + 1} 项`}
                  disabled={agenda.length === 1}
                  onClick={() => change(agenda.filter((_, index) => index !== at))}
                >
                  删去
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button type="link" onClick={add}>
        加一项议程
      </Button>
    </>
  )
}

function moved(at: number, index: number): number {
  if (at === index) return index - 1
  return at === index - 1 ? index : at
}

type PartProps = {
  kind: Kind
  item: AgendaItem
  at: number
  set: (part: string | undefined) => void
}

function PartSelect({ kind, item, at, set }: PartProps) {
  const options = [
    ...kind.parts.map(({ key, name, isRequired }) => ({
      value: key,
      label: isRequired ? `规定动作 · ${name}` : `自选动作 · ${name}`,
    })),
    { value: '', label: '自选动作' },
  ]
  return (
    <Select
      style={{ width: '13rem' }}
      aria-label={`第 ${at + 1} 项类别`}
      value={item.part ?? ''}
      options={options}
      onChange={(part) => set(part === '' ? undefined : part)}
    />
  )
}
