import { fileAddress } from '@zhixing/kit/upload.ts'
import { timeOf } from '@zhixing/kit/format/clock.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'

/** Courseware to take along, who teaches, and what comes next in the house. */
export function HousePage() {
  const { open = '' } = useSearch({ from: '/resources/house' })
  const [unitId = '', resourceId = ''] = open.split(':')
  const isNamed = unitId !== '' && resourceId !== ''
  const answer = useAnswer('resources.house', { unitId, resourceId }, { enabled: isNamed })
  return (
    <SubPage title="党课书房" back="/resources">
      {isNamed ? (
        <Answered answer={answer}>
          {({ name, held, courseware, lecturers, ahead }) => (
            <>
              <Sentence note="课件、讲师和接下来的安排。">
                {name}办过 <Count of={held} /> 次学习。
              </Sentence>
              <h2 className={rows.title}>课件</h2>
              {courseware.map((file) => (
                <a key={file.fileId} className={rows.row} href={fileAddress(file)}>
                  {file.name}
                </a>
              ))}
              <h2 className={rows.title}>讲师</h2>
              {lecturers.map((one) => (
                <p key={one.resourceId} className={rows.row}>
                  {one.name}：{one.subjects.join('、')}
                </p>
              ))}
              <h2 className={rows.title}>接下来</h2>
              {ahead.map(({ bookingId, from, until, title, forName }) => (
                <p key={bookingId} className={rows.row}>
                  {moment(from)}—{timeOf(until)} {title}（{forName}）
                </p>
              ))}
            </>
          )}
        </Answered>
      ) : (
        <Empty title="没有选机构">请从收件箱里的课件通知打开。</Empty>
      )}
    </SubPage>
  )
}
