import { marks } from '@zhixing/contract/words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import styles from '../record/Record.module.css'
import { rollCounts } from '../roll-counts.ts'
import { keyOf, type Activity, type Mark } from '../state.ts'
import rollStyles from './Roll.module.css'
import { ProveRemote } from './ProveRemote.tsx'
import { RollTile } from './RollTile.tsx'
import { RollTools } from './RollTools.tsx'
import { useMark } from './use-mark.ts'

type Pen = Mark | 'remote'
const pens: Pen[] = ['present', 'excused', 'absent', 'remote']

/** Choose what to note, then tap the names; a second tap takes it back. */
export function RollStep({ activity }: { activity: Activity }) {
  const [pen, setPen] = useState<Pen>('present')
  const mark = useMark(activity)
  const end = useAct('activities.endRoll')
  const { roll } = activity
  const { unmarked, ...counts } = rollCounts(activity)
  const isOff = !activity.can.organize
  const penMark = pen === 'remote' ? 'present' : pen
  const wordOf = (one: Pen) => (one === 'remote' ? '线上到会' : `${marks[one]} ${counts[one]}`)
  const problem = mark.error?.message ?? end.error?.message
  return (
    <>
      <div className={rollStyles.pens}>
        <span>点名字记为</span>
        <Segmented
          value={pen}
          onChange={setPen}
          options={pens.map((value) => ({ value, label: wordOf(value) }))}
        />
        <MarkRest activity={activity} unmarked={unmarked} />
        <LinkButton to={`/screen/${activity.unitId}/${activity.activityId}`}>投屏签到码</LinkButton>
      </div>
      <ul className={rollStyles.roll}>
        {roll.map((entry) => (
          <RollTile
            key={entry.memberId}
            entry={entry}
            pen={penMark}
            disabled={isOff}
            note={(chosen) =>
              mark.mutate({
                memberId: entry.memberId,
                mark: chosen,
                isRemote: pen === 'remote' && chosen === 'present',
              })
            }
          />
        ))}
      </ul>
      <p className={rollStyles.hint}>键盘：1 到会，2 请假，3 缺席，0 取消，Enter 按上面所选。</p>
      <ProveRemote activity={activity} />
      <RollTools activity={activity} />
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <div className={styles.actions}>
        <Button
          type="primary"
          disabled={unmarked > 0 || isOff}
          loading={end.isPending}
          onClick={() => end.mutate(keyOf(activity))}
        >
          结束点名
        </Button>
        {unmarked > 0 ? <span>还有 {unmarked} 人没有点到，点完才能结束</span> : null}
      </div>
    </>
  )
}

function MarkRest({ activity, unmarked }: { activity: Activity; unmarked: number }) {
  const { mutate, isPending } = useAct('activities.markRest')
  return (
    <Button
      disabled={unmarked === 0 || !activity.can.organize}
      loading={isPending}
      onClick={() => mutate({ ...keyOf(activity), mark: 'present' })}
    >
      其余 {unmarked} 人都到会
    </Button>
  )
}
