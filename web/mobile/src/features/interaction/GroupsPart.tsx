import { useAct } from '@zhixing/kit/use-answer.ts'
import type { Floor, Group } from '@zhixing/kit/ui/floor/Bars.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import type { FloorKey } from './FloorPage.tsx'
import styles from './Floor.module.css'

type Props = { floorKey: FloorKey; floor: Floor }

/** Go into one, and write together what it found; what others found is there to be read. */
export function GroupsPart({ floorKey, floor: { groups, isOpen } }: Props) {
  const [first] = groups
  if (!first) return null
  const own = groups.find(({ isMine }) => isMine)
  const canChoose = isOpen && !own?.reportedAt
  return (
    <section>
      <h2 className={rows.title}>分组：{first.task}</h2>
      {groups.map((group) => (
        <GroupRow key={group.groupId} floorKey={floorKey} group={group} canChoose={canChoose} />
      ))}
      {own && isOpen ? <Report key={own.groupId} floorKey={floorKey} group={own} /> : null}
    </section>
  )
}

type RowProps = { floorKey: FloorKey; group: Group; canChoose: boolean }

function GroupRow({ floorKey, group, canChoose }: RowProps) {
  const { mutate, isPending, error } = useAct('interaction.joinGroup')
  const { groupId, number, people, isMine, report, reporterName } = group
  return (
    <div className={rows.row}>
      <h3>
        第 {number} 组{isMine ? '（我在这组）' : ''}
      </h3>
      <p>{people.length > 0 ? people.join('、') : '还没有人'}</p>
      {report ? (
        <p className={styles.answer}>
          {report}
          <small>（{reporterName}执笔）</small>
        </p>
      ) : null}
      {canChoose && !isMine ? (
        <button
          type="button"
          className={styles.like}
          disabled={isPending}
          onClick={() => mutate({ ...floorKey, groupId })}
        >
          进第 {number} 组
        </button>
      ) : null}
      {error ? (
        <p className={form.problem} role="alert">
          {error.message}
        </p>
      ) : null}
    </div>
  )
}

function Report({ floorKey, group }: { floorKey: FloorKey; group: Group }) {
  const { mutate, isPending, error } = useAct('interaction.report')
  const [written, setWritten] = useState<{ text: string; version: number }>()
  const { groupId, number, report, version } = group
  const text = written?.text ?? report
  // What was being written is kept until somebody has read what another wrote meanwhile.
  const isBehind = written !== undefined && written.version !== version
  const done = () => setWritten(undefined)
  return (
    <>
      <label className={form.field}>
        第 {number} 组的成果（组里谁都可以写）
        <textarea
          rows={4}
          maxLength={4000}
          value={text}
          onChange={({ target }) =>
            setWritten({ text: target.value, version: written?.version ?? version })
          }
        />
      </label>
      {isBehind ? (
        <p className={form.note}>
          组里有人先写了：“{report}”
          <button
            type="button"
            className={form.quiet}
            onClick={() => setWritten({ text, version })}
          >
            看过了，保留我写的
          </button>
        </p>
      ) : null}
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        loading={isPending}
        disabled={!written || isBehind || text.trim().length < 2}
        onClick={() => mutate({ ...floorKey, groupId, text, version }, { onSuccess: done })}
      >
        保存成果
      </Button>
    </>
  )
}
