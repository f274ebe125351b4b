import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Column } from '../../ui/list/columns.ts'
import type { MemberRow } from './member-columns.tsx'
import styles from './BulkTag.module.css'

export type Picked = ReadonlyMap<string, string>

/** A box in front of each line; the line itself still opens the member. */
export function pickColumn(
  picked: Picked,
  rows: readonly MemberRow[],
  pick: (next: Picked) => void,
): Column<MemberRow> {
  const isAll = rows.length > 0 && rows.every(({ memberId }) => picked.has(memberId))
  const toggle = ({ memberId, unitId }: MemberRow) => {
    const next = new Map(picked)
    if (!next.delete(memberId)) next.set(memberId, unitId)
    pick(next)
  }
  return {
    key: 'pick',
    title: '选',
    width: '2rem',
    narrow: true,
    head: (
      <Checkbox
        aria-label="选中本页全部"
        checked={isAll}
        onChange={() =>
          pick(new Map(isAll ? [] : rows.map(({ memberId, unitId }) => [memberId, unitId])))
        }
      />
    ),
    cell: (row) => (
      <span className={styles.box}>
        <Checkbox
          aria-label={`选中${row.name}`}
          checked={picked.has(row.memberId)}
          onChange={() => toggle(row)}
        />
      </span>
    ),
  }
}

type Props = { picked: Picked; done: () => void }

/** One tag for all that are picked, put on or taken off. */
export function BulkTag({ picked, done }: Props) {
  const { message } = App.useApp()
  const [tag, setTag] = useState('')
  const on = useAct('members.tag')
  const off = useAct('members.untag')
  if (picked.size === 0) return null
  const say = async (act: typeof on | typeof off, word: string) => {
    const units = Map.groupBy([...picked], ([, unitId]) => unitId)
    let count = 0
    for (const [unitId, some] of units) {
      const memberIds = some.map(([memberId]) => memberId)
      count += (await act.mutateAsync({ unitId, memberIds, tag })).count
    }
    void message.success(`${word} ${String(count)} 人`)
    done()
  }
  const problem = on.error ?? off.error
  return (
    <div className={styles.bar}>
      <span>已选 {picked.size} 人</span>
      <Input
        aria-label="给选中的党员加标签"
        placeholder="标签，例：宣讲员"
        style={{ width: '12rem' }}
        maxLength={20}
        value={tag}
        onChange={({ target }) => setTag(target.value.trim())}
      />
      <Button
        type="primary"
        disabled={tag === ''}
        loading={on.isPending}
        onClick={() => void say(on, '已加标签').catch(() => undefined)}
      >
        加标签
      </Button>
      <Button
        disabled={tag === ''}
        loading={off.isPending}
        onClick={() => void say(off, '已去标签').catch(() => undefined)}
      >
        去标签
      </Button>
      <Button type="link" onClick={done}>
        不选了
      </Button>
      <span role="alert">{problem?.message}</span>
    </div>
  )
}
