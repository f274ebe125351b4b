import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import styles from '../record/Record.module.css'
import { keyOf, type Activity } from '../state.ts'
import rollStyles from './Roll.module.css'

/** Who came by video counts once it is written down how that was seen; one word for all of them. */
export function ProveRemote({ activity }: { activity: Activity }) {
  const [note, setNote] = useState('')
  const { mutate, isPending, error } = useAct('activities.proveRemote')
  const unproven = activity.roll.filter(
    ({ mark, way, note: known }) => mark === 'present' && way === 'remote' && known === '',
  )
  if (unproven.length === 0 || !activity.can.organize) return null
  return (
    <div className={rollStyles.hint}>
      <label>
        线上到会的 {unproven.length} 人怎样核实的（{unproven.map(({ name }) => name).join('、')}）
        <Space.Compact block>
          <Input
            maxLength={200}
            placeholder="例：视频点名应答，截图附后"
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button
            loading={isPending}
            disabled={note.trim().length < 4}
            onClick={() => mutate({ ...keyOf(activity), note })}
          >
            记下
          </Button>
        </Space.Compact>
      </label>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </div>
  )
}
