import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Button } from 'antd'
import details from '../../ui/Details.module.css'
import styles from './Development.module.css'
import { keyOf, type Shown } from './shown.ts'

/** Classes that somebody of this name graduated from: taken into the file with the hours they gave. */
export function TrainingPicker({ shown, close }: { shown: Shown; close: () => void }) {
  const answer = useAnswer('development.trainings', keyOf(shown))
  const { mutate, isPending, error } = useAct('development.takeTraining')
  return (
    <Answered answer={answer}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title="没有本人结业的培训班" example="发展对象培训班，24 小时，3 天，已发证。">
            培训班结业后在这里选；在外单位参加的培训，用“登记考察、培训、积分”填写并附证明。
          </Empty>
        ) : (
          <div className={styles.part}>
            <p>按姓名找到，请核对是不是同一个人。学时由培训班带来，不另填。</p>
            <ul>
              {rows.map(({ classUnitId, classId, enrolmentId, ...one }) => (
                <li key={enrolmentId} className={styles.task}>
                  <span>
                    {one.title}：{hours(one.minutes)} 小时，{one.days} 天
                    {one.score === null ? '' : `，考试 ${one.score} 分`}
                    <small>
                      {one.from} 至 {one.until}，{one.organizationName}选送
                      {one.certificate ? `，证书 ${one.certificate}` : '，没有发证'}
                    </small>
                  </span>
                  <Button
                    type="primary"
                    size="small"
                    loading={isPending}
                    disabled={one.isTaken}
                    onClick={() =>
                      mutate(
                        { ...keyOf(shown), classUnitId, classId, enrolmentId },
                        { onSuccess: close },
                      )
                    }
                  >
                    {one.isTaken ? '已计入' : '计入'}
                  </Button>
                </li>
              ))}
            </ul>
            <p className={details.problem} role="alert">
              {error?.message}
            </p>
          </div>
        )
      }
    </Answered>
  )
}
