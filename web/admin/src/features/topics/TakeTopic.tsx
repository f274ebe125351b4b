import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { useMay } from '../../app/me.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import details from '../../ui/Details.module.css'
import styles from './Topics.module.css'

type Props = { topicId: string; organizationId: string }

/** One press puts the topic on the agenda of what is planned already; another begins a theme day with it. */
export function TakeTopic({ topicId, organizationId }: Props) {
  const may = useMay()
  const answer = useAnswer('topics.taken', { topicId, organizationId })
  const { mutate, isPending, error } = useAct('activities.addTopic')
  if (!may('activities.organize')) return null
  return (
    <Answered answer={answer}>
      {({ rows }) => (
        <>
          <ul className={styles.list} aria-label="列入已有的活动">
            {rows.map(({ unitId, activityId, title, startsAt, has }) => (
              <li key={activityId}>
                <span>
                  {title} <small>{moment(startsAt)}</small>
                </span>
                {has ? (
                  <small>已列入</small>
                ) : (
                  <Button
                    size="small"
                    loading={isPending}
                    onClick={() => mutate({ unitId, activityId, topicId })}
                  >
                    列入议程
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <p role="alert" className={details.late}>
            {error?.message}
          </p>
          <div className={styles.actions}>
            <LinkButton to={`/meetings/new?kind=themeDay&topicId=${topicId}`}>
              计划主题党日学习
            </LinkButton>
            <LinkButton to={`/meetings/new?kind=memberMeeting&topicId=${topicId}`}>
              计划党员大会学习
            </LinkButton>
          </div>
        </>
      )}
    </Answered>
  )
}
