import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { daySaid, today } from '../../format/day-said.ts'
import styles from './Organizations.module.css'
import type { FormProps } from './types.ts'

type Stop = { id: string; name: string }

/** The tree as it was on a day, level by level, and what has become of each. */
export function AsOf({ shown }: FormProps) {
  const { id, name } = shown.organization
  const [day, setDay] = useState(today())
  const [way, setWay] = useState<Stop[]>([{ id, name }])
  const here = way.at(-1) ?? { id, name }
  const answer = useAnswer('organizations.asOf', { organizationId: here.id, day })
  return (
    <>
      <label htmlFor="as-of">
        日期
        <Input
          id="as-of"
          type="date"
          value={day}
          onChange={({ target }) => setDay(target.value || today())}
        />
      </label>
      <p>
        {way.map((stop, at) => (
          <span key={stop.id}>
            {at > 0 ? ' › ' : ''}
            <Button type="link" size="small" onClick={() => setWay(way.slice(0, at + 1))}>
              {stop.name}
            </Button>
          </span>
        ))}
      </p>
      <Answered answer={answer}>
        {({ self, rows }) => (
          <>
            <p>
              {self.existed
                ? `${daySaid(day)}，它叫“${self.name}”，直接下级 ${rows.length} 个：`
                : `${daySaid(day)}它还没有成立，或者已经撤销。`}
            </p>
            <ul>
              {rows.map((row) => (
                <li key={row.id} className={styles.was}>
                  {row.hasChildren ? (
                    <Button
                      type="link"
                      size="small"
                      onClick={() => setWay([...way, { id: row.id, name: row.name }])}
                    >
                      {row.name}
                    </Button>
                  ) : (
                    <span>{row.name}</span>
                  )}
                  <span className={styles.faint}>{todaySaid(row.nameToday)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </>
  )
}

function todaySaid(nameToday: string | null): string {
  if (nameToday === null) return ''
  return nameToday === '已撤销' ? nameToday : `现名${nameToday}`
}
