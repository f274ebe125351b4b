import {
  appraisalGrades,
  appraisalHeadings,
  appraisalRoles,
  headingMarks,
} from '@zhixing/contract/appraisal-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import Button from 'antd-mobile/es/components/button'
import rows from '../../ui/Rows.module.css'
import { Folded, SayForm } from '../../ui/SayForm.tsx'
import type { Round } from './AppraisalPage.tsx'

/** What the branch and the comrades said of me, and room for a word of my own. */
export function Result({ round: { unitId, appraisalId, role, result } }: { round: Round }) {
  const { mutate, isPending, error } = useAct('appraisal.acknowledge')
  if (!result) return null
  const { grade, headings, opinion, opinions, reply, isRead } = result
  const key = { unitId, appraisalId }
  return (
    <>
      <div className={rows.row}>
        <h3>
          支部评价：
          {grade ? appraisalGrades[grade] : appraisalRoles[role]}
        </h3>
        <p>{opinion}</p>
        {headings ? (
          <small>
            {keysOf(appraisalHeadings)
              .map((one) => `${appraisalHeadings[one]}：${headingMarks[headings[one]]}`)
              .join('；')}
          </small>
        ) : null}
      </div>
      {opinions.map(({ raterName, grade: given, comment }) => (
        <div key={raterName} className={rows.row}>
          <p>{comment}</p>
          <small>
            {raterName}
            {given ? `，${appraisalGrades[given]}` : ''}
          </small>
        </div>
      ))}
      {reply ? <p>我的意见：{reply}</p> : null}
      {isRead ? null : (
        <Button block color="primary" loading={isPending} onClick={() => mutate(key)}>
          我看过了
        </Button>
      )}
      <Folded word="有不同意见">
        <SayForm
          label="我的意见"
          word="告诉支部"
          isPending={isPending}
          problem={error?.message}
          send={(words, done) => mutate({ ...key, reply: words }, { onSuccess: done })}
        />
      </Folded>
    </>
  )
}
