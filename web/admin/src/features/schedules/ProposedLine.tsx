import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Proposal } from './SchedulePage.tsx'
import details from '../../ui/Details.module.css'
import styles from './Schedules.module.css'
import type { Moved } from './span.ts'

type Row = Proposal['rows'][number]
type To = Omit<Moved, 'key'>
type Props = {
  row: Row
  isChosen: boolean
  choose: (isIn: boolean) => void
  move: (to: To | undefined) => void
}

/** When, what, why then, and a way to put it elsewhere. */
export function ProposedLine({ row, isChosen, choose, move }: Props) {
  const [isMoving, setMoving] = useState(false)
  const day = dayOf(row.startsAt)
  const name = [row.groupName, row.title].filter(Boolean).join(' · ')
  return (
    <li className={isChosen ? '' : styles.out}>
      <Checkbox
        checked={isChosen}
        aria-label={`采用${name}`}
        onChange={({ target }) => choose(target.checked)}
      />
      <time dateTime={row.startsAt}>
        {monthDay(day)} {weekday(day)} {timeOf(row.startsAt)}—{timeOf(row.endsAt)}
      </time>
      <div>
        <b>{name}</b>
        <span>
          {row.place}
          {row.lecturerName ? `，${row.lecturerName}讲` : ''}
          {row.topics.length > 0 ? `，学：${row.topics.join('、')}` : ''}
        </span>
        {row.clash ? <p className={details.late}>排不开：{row.clash}</p> : null}
        {row.warnings.map((warning) => (
          <p key={warning} className={styles.warning}>
            {warning}
          </p>
        ))}
        <small>
          {row.why.join('，')}
          {row.isMakeUp ? `，补开计入${row.label}` : ''}
        </small>
        {isMoving ? <MoveFields row={row} move={move} close={() => setMoving(false)} /> : null}
      </div>
      {isMoving ? null : <Button onClick={() => setMoving(true)}>改时间</Button>}
    </li>
  )
}

type FieldsProps = { row: Row; move: Props['move']; close: () => void }

function MoveFields({ row, move, close }: FieldsProps) {
  const [to, setTo] = useState<To>({
    on: dayOf(row.startsAt),
    at: timeOf(row.startsAt),
    place: row.place,
  })
  const finish = (wish: To | undefined) => {
    move(wish)
    close()
  }
  return (
    <div className={styles.fields}>
      <Input
        aria-label="日期"
        type="date"
        value={to.on}
        onChange={({ target }) => setTo({ ...to, on: target.value })}
      />
      <Input
        aria-label="时间"
        type="time"
        value={to.at}
        onChange={({ target }) => setTo({ ...to, at: target.value })}
      />
      <Input
        aria-label="地点"
        value={to.place}
        maxLength={200}
        onChange={({ target }) => setTo({ ...to, place: target.value })}
      />
      <Button disabled={!to.on || !to.at} onClick={() => finish(to)}>
        就排在这时
      </Button>
      {row.isMoved ? (
        <Button type="link" onClick={() => finish(undefined)}>
          恢复建议
        </Button>
      ) : (
        <Button type="link" onClick={close}>
          不改了
        </Button>
      )}
    </div>
  )
}
