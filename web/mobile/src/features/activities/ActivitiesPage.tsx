import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import { ActivityLine } from './ActivityLine.tsx'
import type { Invitation } from './state.ts'
import { Keeping } from './Keeping.tsx'
import form from '../../ui/Form.module.css'

const size = 20

/** What I am called to, and what I was part of; who keeps records finds them on top. */
export function ActivitiesPage() {
  const [sizeOfPast, setSizeOfPast] = useState(size)
  const ahead = useAnswer('activities.mine', { past: false, size: 50 })
  const past = useAnswer('activities.mine', { past: true, size: sizeOfPast })
  return (
    <>
      <Answered answer={ahead}>
        {(next) => (
          <Answered answer={past}>
            {(before) => (
              <>
                <Headline ahead={next.total} past={before.total} />
                <Keeping />
                <List title="将要开展" activities={next.rows} />
                <List title="已经开展" activities={before.rows} />
                {before.rows.length < before.total ? (
                  <button
                    type="button"
                    className={form.more}
                    onClick={() => setSizeOfPast(Math.min(200, sizeOfPast + 40))}
                  >
                    看更早的
                  </button>
                ) : null}
              </>
            )}
          </Answered>
        )}
      </Answered>
    </>
  )
}

function Headline({ ahead, past }: { ahead: number; past: number }) {
  if (ahead + past === 0)
    return (
      <Empty title="还没有活动" example="9月主题党日，9月25日 09:00，村党群服务中心。">
        支部通知的会议和活动会列在这里，到时可以扫码签到或请假。
      </Empty>
    )
  return (
    <Sentence note="到会由组织者点名，扫码只是方便">
      前面有 <Count of={ahead} /> 次活动，已经开过 <Count of={past} /> 次。
    </Sentence>
  )
}

function List({ title, activities }: { title: string; activities: Invitation[] }) {
  if (activities.length === 0) return null
  return (
    <section>
      <h2 className={rows.title}>{title}</h2>
      <ul>
        {activities.map((activity) => (
          <ActivityLine key={activity.activityId} activity={activity} />
        ))}
      </ul>
    </section>
  )
}
