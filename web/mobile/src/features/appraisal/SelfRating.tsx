import type { Answers } from '@zhixing/contract'
import { appraisalGrades } from '@zhixing/contract/appraisal-words.ts'
import type { AppraisalGrade } from '@zhixing/contract/appraisal-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { FormFiller } from '@zhixing/kit/ui/forms/FormFiller.tsx'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import { Folded } from '../../ui/SayForm.tsx'
import type { Round } from './AppraisalPage.tsx'
import { GradeChoice } from './GradeChoice.tsx'

/** The four headings, the grade I would give myself, and a few sentences; until the ballot it can be written anew. */
export function SelfRating({ round }: { round: Round }) {
  const { self } = round
  return (
    <>
      <h2 className={rows.title}>自评</h2>
      {self ? (
        <>
          <p>
            {self.on} 已自评{self.grade ? `：${appraisalGrades[self.grade]}` : ''}。{self.summary}
          </p>
          <Folded key={self.summary} word="修改自评">
            <Filling round={round} />
          </Folded>
        </>
      ) : (
        <Filling round={round} />
      )}
    </>
  )
}

function Filling({ round: { unitId, appraisalId, role, definition, self } }: { round: Round }) {
  const [grade, setGrade] = useState<AppraisalGrade | undefined>(self?.grade ?? undefined)
  const [summary, setSummary] = useState(self?.summary ?? '')
  const { mutateAsync } = useAct('appraisal.rateSelf')
  const isGraded = role === 'graded'
  const send = (answers: Answers) =>
    mutateAsync({
      unitId,
      appraisalId,
      answers,
      grade: isGraded ? (grade ?? null) : null,
      summary,
    })
  return (
    <FormFiller
      definition={definition}
      draft=""
      initial={self?.answers ?? {}}
      submit="交自评"
      send={send}
    >
      {isGraded ? <GradeChoice label="自评等次" value={grade} change={setGrade} /> : null}
      <label className={form.field}>
        一年来的表现、主要问题和怎么改
        <textarea
          rows={4}
          maxLength={2000}
          value={summary}
          onChange={({ target }) => setSummary(target.value)}
        />
      </label>
    </FormFiller>
  )
}
