import { topicWays } from '@zhixing/contract/life-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import styles from './Topics.module.css'

const step = 50
const choices = [
  { value: 'lacking', label: '没有学的' },
  { value: 'studied', label: '已学的' },
]

/** The names behind the numbers: who has studied it and how, and who has not. */
export function TopicPeople({
  topicId,
  organizationId,
}: {
  topicId: string
  organizationId: string
}) {
  const [studied, setStudied] = useState(false)
  const [size, setSize] = useState(step)
  const answer = useAnswer('topics.people', { topicId, organizationId, studied, size })
  return (
    <>
      <Radio.Group
        aria-label="看谁"
        optionType="button"
        options={choices}
        value={studied ? 'studied' : 'lacking'}
        onChange={({ target }) => setStudied(target.value === 'studied')}
      />
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            <ul className={styles.list} aria-label="名单">
              {rows.map(({ memberId, name, organizationName, way, on, note }) => (
                <li key={memberId}>
                  <span>
                    {name} <small>{organizationName}</small>
                  </span>
                  <small>
                    {way ? `${on ? monthDay(on) : ''} ${topicWays[way]}：${note}` : '还没有学'}
                  </small>
                </li>
              ))}
            </ul>
            <p>
              共 {total} 人
              {rows.length < total && size < 200 ? (
                <Button type="link" onClick={() => setSize(size + step)}>
                  再看 {step} 人
                </Button>
              ) : null}
            </p>
          </>
        )}
      </Answered>
    </>
  )
}
