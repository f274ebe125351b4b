import { lectureTypes, speakers } from '@zhixing/contract/life-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Input, Select } from 'antd'
import { Field } from './Field.tsx'
import type { PlanValues } from './plan-values.ts'

type Props = { values: PlanValues; set: (next: Partial<PlanValues>) => void }

/** Who speaks, in which capacity, and what kind of talk it is. */
export function LectureFields({ values, set }: Props) {
  return (
    <>
      <Field label="授课人">
        <Input
          value={values.lecturerName}
          maxLength={100}
          // A name that was typed is somebody else than the one who was found.
          onChange={({ target }) => set({ lecturerName: target.value, lecturerId: null })}
        />
      </Field>
      <Field label="授课人类别">
        <Select
          allowClear
          placeholder="以什么身份授课"
          value={values.speaker ?? null}
          options={choicesOf(speakers)}
          onChange={(speaker) => set({ speaker: speaker ?? null })}
        />
      </Field>
      <Field label="宣讲类型">
        <Select
          value={values.lectureType ?? 'lesson'}
          options={choicesOf(lectureTypes)}
          onChange={(lectureType) => set({ lectureType })}
        />
      </Field>
    </>
  )
}
