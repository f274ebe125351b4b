import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Button, Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../activities/plan/Field.tsx'
import details from '../../ui/Details.module.css'
import styles from '../topics/Topics.module.css'
import type { Course } from './CoursePanel.tsx'

type Item = Course['contents'][number]
type Check = Item['checks'][number]
type Props = { course: Course; item: Item; close: () => void }

const letters = 'ABCDEFGH'

/** What a recording asks while it is watched; from the bank, or written here. */
export function Checks({ course, item, close }: Props) {
  const { courseId, organizationId } = course
  const [checks, setChecks] = useState<Check[]>(item.checks)
  const { mutate, isPending, error } = useAct('courses.setChecks')
  const add = (check: Check) => setChecks([...checks, check])
  return (
    <Modal
      open
      width="44rem"
      title={`插播提问：${item.title}`}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          返回
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={isPending}
          onClick={() => mutate({ courseId, itemId: item.itemId, checks }, { onSuccess: close })}
        >
          保存 {checks.length} 道题
        </Button>,
      ]}
    >
      <p>播到随机的时刻停下来问，每个人的时刻不同；答对答错都可以接着看，不答不计时。</p>
      <ol className={styles.list}>
        {checks.map((check) => (
          <li key={check.checkId}>
            <span>
              {check.text}{' '}
              <small>
                {check.options
                  .map(({ id, text }) => (check.keys.includes(id) ? `${text}✓` : text))
                  .join('　')}
              </small>
            </span>
            <Button
              size="small"
              type="link"
              aria-label={`移除${check.text}`}
              onClick={() => setChecks(checks.filter((one) => one !== check))}
            >
              移除
            </Button>
          </li>
        ))}
      </ol>
      <FromBank organizationId={organizationId} add={add} />
      <Written add={add} />
      <p role="alert" className={details.late}>
        {error?.message}
      </p>
    </Modal>
  )
}

type Adding = { add: (check: Check) => void }

/** A copy of the question: the recording goes on asking it as it was. */
function FromBank({ organizationId, add }: Adding & { organizationId: string }) {
  const [text, setText] = useState('')
  const { data } = useAnswer('quizzes.bank', { organizationId, text, size: 20 })
  const rows = data?.rows ?? []
  const pick = (questionId: string) => {
    const row = rows.find((one) => one.questionId === questionId)
    if (!row) return
    const kind = row.kind === 'multiple' ? 'multiple' : 'single'
    const { options, keys, explanation } = row
    add({
      checkId: newId(),
      kind,
      text: row.text,
      options,
      keys,
      explanation: explanation.slice(0, 200),
    })
  }
  return (
    <Field label="从题库选">
      <Select
        showSearch={{ filterOption: false, onSearch: setText }}
        value={null}
        placeholder="搜题目"
        options={rows.map(({ questionId, text: label }) => ({ value: questionId, label }))}
        onChange={(value: string | null) => (value ? pick(value) : undefined)}
      />
    </Field>
  )
}

type Draft = { text: string; lines: string; keys: string[] }
const blank: Draft = { text: '', lines: '', keys: [] }

function Written({ add }: Adding) {
  const [draft, setDraft] = useState(blank)
  const { text, lines, keys } = draft
  const options = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, letters.length)
    .map((line, at) => ({ id: letters.charAt(at), text: line }))
  const isWhole = text.trim().length > 1 && options.length > 1 && keys.length > 0
  const take = () => {
    const kind = keys.length > 1 ? 'multiple' : 'single'
    add({ checkId: newId(), kind, text, options, keys, explanation: '' })
    setDraft(blank)
  }
  return (
    <div className={styles.field}>
      <Field label="或者自己写">
        <Input
          maxLength={500}
          placeholder="例：支部党员大会一般多久开一次？"
          value={text}
          onChange={({ target }) => setDraft({ ...draft, text: target.value })}
        />
      </Field>
      <Field label="选项，一行一个">
        <Input.TextArea
          autoSize={{ minRows: 3 }}
          placeholder={'每月\n每季度\n每年'}
          value={lines}
          onChange={({ target }) => setDraft({ ...draft, lines: target.value, keys: [] })}
        />
      </Field>
      {options.length > 1 ? (
        <Checkbox.Group
          aria-label="正确答案"
          options={options.map(({ id, text: label }) => ({ value: id, label: `${label} 是对的` }))}
          value={keys}
          onChange={(value) => setDraft({ ...draft, keys: value })}
        />
      ) : null}
      <Button disabled={!isWhole} onClick={take}>
        加上这道题
      </Button>
    </div>
  )
}
