import { applicantStages } from '@zhixing/contract/development-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import rows from '../../ui/Rows.module.css'

const size = 30

/** What is next for everybody on the way in my branch, whoever is late first. */
export function NextSteps({ organizationId }: { organizationId: string }) {
  const answer = useAnswer('development.board', { organizationId, size })
  return (
    <Answered answer={answer}>
      {({ rows: people, late }) => (
        <>
          <Sentence note="办理和上传材料请在电脑上的管理台">
            支部在办 <Count of={people.filter(({ turn }) => turn !== null).length} /> 名
            {late > 0 ? (
              <>
                ，<Count of={late} stress /> 名有事项逾期
              </>
            ) : null}
            。
          </Sentence>
          {people.map(({ applicantId, name, stage, turn, inspectOn, isInspectionLate }) => (
            <div key={applicantId} className={rows.row}>
              <h2>
                {name}：{turn ? turn.stepName : '已办结'}
              </h2>
              <small>
                {applicantStages[stage]}
                {turn ? `，第 ${String(turn.number)} 步` : ''}
                {turn?.dueOn ? `，${turn.dueOn} 前${turn.isLate ? '，已逾期' : ''}` : ''}
                {turn?.earliestOn ? `，最早 ${turn.earliestOn}` : ''}
                {inspectOn ? `；${inspectOn} 前考察${isInspectionLate ? '，已逾期' : ''}` : ''}
              </small>
            </div>
          ))}
        </>
      )}
    </Answered>
  )
}
