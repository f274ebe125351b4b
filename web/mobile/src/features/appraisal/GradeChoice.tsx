import { appraisalGrades } from '@zhixing/contract/appraisal-words.ts'
import type { AppraisalGrade } from '@zhixing/contract/appraisal-words.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import form from '../../ui/Form.module.css'

type Props = {
  label: string
  value: AppraisalGrade | undefined
  change: (grade: AppraisalGrade | undefined) => void
}

export function GradeChoice({ label, value, change }: Props) {
  return (
    <label className={form.field}>
      {label}
      <select
        value={value ?? ''}
        onChange={({ target }) =>
          change(keysOf(appraisalGrades).find((key) => key === target.value))
        }
      >
        <option value="">请选择</option>
        {keysOf(appraisalGrades).map((key) => (
          <option key={key} value={key}>
            {appraisalGrades[key]}
          </option>
        ))}
      </select>
    </label>
  )
}
