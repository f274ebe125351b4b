import type { EntryOf, Output, Question } from '@zhixing/contract'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import details from '../../ui/Details.module.css'
import styles from './Surveys.module.css'

type Props = { survey: Output<EntryOf<'surveys.show'>>; question: Question }

/** What many chose goes onto the list of needs. */
export function PickNeeds({ survey: { unitId, surveyId }, question }: Props) {
  const [optionIds, setOptionIds] = useState<string[]>([])
  const [said, setSaid] = useState('')
  const { mutate, isPending, error } = useAct('surveys.addNeeds')
  const add = () =>
    mutate(
      { unitId, surveyId, questionId: question.id, optionIds },
      {
        onSuccess: ({ added }) =>
          setSaid(added > 0 ? `已列入 ${String(added)} 条。` : '这些都已在清单里。'),
      },
    )
  return (
    <div className={styles.bar}>
      <Select
        mode="multiple"
        aria-label={`“${question.title}”列入需求清单的选项`}
        placeholder="选要列入培训需求清单的"
        style={{ minWidth: '16rem' }}
        value={optionIds}
        options={question.options.map(({ id, text }) => ({ value: id, label: text }))}
        onChange={setOptionIds}
      />
      <Button disabled={optionIds.length === 0} loading={isPending} onClick={add}>
        列入清单
      </Button>
      <span role="status">{said}</span>
      <span className={details.late} role="alert">
        {error?.message}
      </span>
    </div>
  )
}
