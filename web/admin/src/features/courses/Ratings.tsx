import { ageBands } from '@zhixing/contract/course-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { keysOf } from '@zhixing/kit/words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { Section } from '../../ui/Page.tsx'
import { AskReason } from '../activities/record/AskReason.tsx'
import styles from '../topics/Topics.module.css'

const order = keysOf(ageBands)

/** From the young to the old. */
function inOrder<Band extends { band: (typeof order)[number] }>(bands: readonly Band[]): Band[] {
  return bands.toSorted((one, other) => order.indexOf(one.band) - order.indexOf(other.band))
}

/** What learners make of it, by age; what they say to each other below. */
export function Ratings({ courseId }: { courseId: string }) {
  const answer = useAnswer('remarks.ratings', { courseId })
  return (
    <>
      <Section title="评价">
        <Answered answer={answer}>
          {({ count, points, isLow, bands, comments }) => (
            <>
              <p>
                {points === null
                  ? '还没有人评价。'
                  : `${count} 人评价，平均 ${points} 分${isLow ? '，偏低' : ''}。`}
              </p>
              <ul className={styles.list} aria-label="各年龄段">
                {inOrder(bands).map((one) => (
                  <li key={one.band}>
                    {ageBands[one.band]}
                    <span>
                      {one.count} 人，{one.points} 分{one.isLow ? '，偏低' : ''}
                    </span>
                  </li>
                ))}
              </ul>
              <ul className={styles.list} aria-label="意见">
                {comments.map(({ band, stars, text, at }) => (
                  <li key={at}>
                    {text}
                    <small>
                      {ageBands[band]}，{stars * 20} 分
                    </small>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Answered>
      </Section>
      <Thread courseId={courseId} />
    </>
  )
}

function Thread({ courseId }: { courseId: string }) {
  const answer = useAnswer('remarks.thread', { courseId, size: 50 })
  const hide = useAct('remarks.hide')
  const [asking, setAsking] = useState<string>()
  return (
    <Section title="讨论">
      <Answered answer={answer}>
        {({ rows, total, canModerate, rule }) => (
          <>
            <p>
              共 {total} 条。{rule}
            </p>
            <ul className={styles.list} aria-label="讨论">
              {rows.map(({ remarkId, text, name, organizationName, at, hidden }) => (
                <li key={remarkId}>
                  <span>
                    {text}{' '}
                    <small>
                      {name}，{organizationName}，{moment(at)}
                      {hidden === null ? '' : `，已隐藏：${hidden}`}
                    </small>
                  </span>
                  {canModerate && hidden === null ? (
                    <Button size="small" onClick={() => setAsking(remarkId)}>
                      隐藏
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      {asking ? (
        <AskReason
          question="隐藏这条讨论？"
          verb="隐藏"
          label="为什么隐藏"
          pending={hide.isPending}
          problem={hide.error?.message}
          confirm={(reason) =>
            hide.mutate(
              { courseId, remarkId: asking, reason },
              { onSuccess: () => setAsking(undefined) },
            )
          }
          close={() => setAsking(undefined)}
        >
          别人不再看到它，已记的学时冲销。
        </AskReason>
      ) : null}
    </Section>
  )
}
