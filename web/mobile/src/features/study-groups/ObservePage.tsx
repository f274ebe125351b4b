import { observationGrades } from '@zhixing/contract/study-words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'

/** Where I am sent to sit in; afterwards the sheet is filled in here. */
export function ObservePage() {
  const answer = useAnswer('studyGroups.myObservations', {})
  return (
    <SubPage title="列席旁听" back="/me">
      <Answered answer={answer}>
        {({ rows: tasks }) =>
          tasks.length === 0 ? (
            <Empty title="没有派给您的旁听" example="6 月 10 日 9 时，东河镇党委中心组学习。">
              上级派您去旁听中心组学习时，这里会列出时间地点，听完填记录表。
            </Empty>
          ) : (
            <>
              <Sentence note="听完点开填旁听记录表">
                还有 <Count of={tasks.filter(({ state }) => state === 'assigned').length} />{' '}
                次旁听没有填。
              </Sentence>
              {tasks.map(({ observationId, groupName, title, startsAt, place, grade }) => (
                <Link
                  key={observationId}
                  to="/observe/$observationId"
                  params={{ observationId }}
                  className={rows.row}
                >
                  <h2>{groupName}</h2>
                  <p>
                    {moment(startsAt)}，{place}
                  </p>
                  <small>
                    {title}；{grade ? `已评${observationGrades[grade]}` : '待旁听'}
                  </small>
                </Link>
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}
