import { lectureTypes, speakers } from '@zhixing/contract/life-words.ts'
import type { EntryOf, Output } from '@zhixing/contract'
import { fullDay } from '@zhixing/kit/format/day.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Input, Select } from 'antd'
import { Field } from './Field.tsx'
import styles from './Plan.module.css'
import type { PlanValues } from './plan-values.ts'

export type NextLecturer = NonNullable<Output<EntryOf<'activities.draft'>>['lecturer']>

type Props = {
  values: PlanValues
  set: (next: Partial<PlanValues>) => void
  next: NextLecturer | null | undefined
}

/** Who speaks, in which capacity, and what kind of talk it is. */
export function LectureFields({ values, set, next }: Props) {
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
      {next && next.memberId !== values.lecturerId ? <Suggested next={next} set={set} /> : null}
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

type SuggestedProps = Pick<Props, 'set'> & { next: NextLecturer }

/** Who comes next by the rota, and why; one press takes them. */
function Suggested({ next, set }: SuggestedProps) {
  const { memberId: lecturerId, name: lecturerName, isSecretary, isTurn, given, lastOn } = next
  const speaker = isSecretary ? 'secretary' : 'frontline'
  return (
    <div className={`${styles.wide} ${styles.quick}`}>
      <Button size="small" onClick={() => set({ lecturerId, lecturerName, speaker })}>
        请{lecturerName}讲
      </Button>
      <span>
        {isTurn ? '本月轮到' : '按轮值下一位是'}
        {lecturerName}：近两年讲过 {given} 次{lastOn ? `，上次 ${fullDay(lastOn)}` : '，还没有讲过'}
        。
      </span>
    </div>
  )
}
