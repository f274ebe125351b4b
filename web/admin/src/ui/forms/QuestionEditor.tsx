import type { Question } from '@zhixing/contract'
import { scaleOf } from '@zhixing/contract/form-logic.ts'
import { questionKinds } from '@zhixing/contract/form-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import styles from './FormDesigner.module.css'

type Props = {
  number: number
  question: Question
  earlier: readonly Question[]
  mistake: string
  change: (question: Question) => void
  up: (() => void) | undefined
  drop: () => void
}

const withOptions = new Set<Question['kind']>(['single', 'multiple', 'matrix', 'ranking'])
const withBounds: Partial<Record<Question['kind'], readonly [string, string]>> = {
  multiple: ['至少选', '最多选'],
  scale: ['最低分', '最高分'],
  number: ['不小于', '不大于'],
  text: ['', '最多几字'],
}

export function QuestionEditor({ number, question, earlier, mistake, change, up, drop }: Props) {
  const { id, kind, title, hint, isRequired, options, rows } = question
  const set = (next: Partial<Question>) => change({ ...question, ...next })
  return (
    <fieldset className={styles.question}>
      <legend>第 {number} 题</legend>
      <Input
        aria-label={`第 ${String(number)} 题的题目`}
        value={title}
        maxLength={500}
        onChange={({ target }) => set({ title: target.value })}
      />
      <Input
        aria-label={`第 ${String(number)} 题的提示`}
        placeholder="提示（可以不写）"
        value={hint}
        maxLength={200}
        onChange={({ target }) => set({ hint: target.value })}
      />
      <div className={styles.line}>
        <Select
          aria-label={`第 ${String(number)} 题的题型`}
          value={kind}
          options={choicesOf(questionKinds)}
          onChange={(next) => set({ kind: next, key: [] })}
        />
        <Bounds question={question} set={set} />
        <Checkbox
          checked={isRequired}
          onChange={({ target }) => set({ isRequired: target.checked })}
        >
          必答
        </Checkbox>
        {up ? <Button onClick={up}>上移</Button> : null}
        <Button onClick={drop}>删去</Button>
      </div>
      {kind === 'matrix' ? (
        <Lines
          label="各行，一行一个"
          id={`${id}-r`}
          lines={rows}
          set={(next) => set({ rows: next })}
        />
      ) : null}
      {withOptions.has(kind) ? (
        <Lines
          label="选项，一行一个"
          id={id}
          lines={options}
          set={(next) => set({ options: next })}
        />
      ) : null}
      <Logic question={question} earlier={earlier} set={set} />
      <p className={styles.problem} role="alert">
        {mistake}
      </p>
    </fieldset>
  )
}

type PartProps = { question: Question; set: (next: Partial<Question>) => void }

function Bounds({ question: { kind, min, max }, set }: PartProps) {
  const words = withBounds[kind]
  if (!words) return null
  const [least, most] = words
  return (
    <>
      {least ? (
        <InputNumber
          aria-label={least}
          placeholder={least}
          value={min}
          onChange={(next) => set({ min: next })}
        />
      ) : null}
      <InputNumber
        aria-label={most}
        placeholder={most}
        value={max}
        onChange={(next) => set({ max: next })}
      />
    </>
  )
}

type Choice = { id: string; text: string }
type LinesProps = { label: string; id: string; lines: Choice[]; set: (lines: Choice[]) => void }

/** Ids go by the place, so that a corrected word is still the same option. */
function Lines({ label, id, lines, set }: LinesProps) {
  const read = (text: string) =>
    set(text.split('\n').map((line, at) => ({ id: `${id}-${String(at + 1)}`, text: line })))
  return (
    <div className={styles.field}>
      <span aria-hidden="true">{label}</span>
      <Input.TextArea
        aria-label={label}
        autoSize={{ minRows: 2 }}
        value={lines.map(({ text }) => text).join('\n')}
        onChange={({ target }) => read(target.value)}
      />
    </div>
  )
}

function Logic({ question: { showIf }, earlier, set }: PartProps & Pick<Props, 'earlier'>) {
  const askable = earlier.filter(({ kind }) => ['single', 'multiple', 'scale'].includes(kind))
  if (askable.length === 0) return null
  const asked = askable.find(({ id }) => id === showIf?.questionId)
  const choices = asked ? choicesIn(asked) : []
  return (
    <div className={styles.line}>
      <Select
        aria-label="什么时候显示"
        value={showIf?.questionId ?? ''}
        options={[
          { value: '', label: '总是显示' },
          ...askable.map(({ id, title }) => ({ value: id, label: `看“${title}”怎么答` })),
        ]}
        onChange={(questionId) => {
          const first = choicesIn(askable.find(({ id }) => id === questionId))[0]?.value
          set({ showIf: first ? { questionId, anyOf: [first] } : null })
        }}
      />
      {showIf ? (
        <Select
          mode="multiple"
          aria-label="选了其中哪些才显示"
          value={showIf.anyOf}
          options={choices}
          onChange={(anyOf: string[]) => {
            if (anyOf.length > 0) set({ showIf: { ...showIf, anyOf } })
          }}
        />
      ) : null}
    </div>
  )
}

function choicesIn(question: Question | undefined): { value: string; label: string }[] {
  if (!question) return []
  if (question.kind === 'scale')
    return scaleOf(question).map((mark) => ({ value: String(mark), label: `${String(mark)} 分` }))
  return question.options.map(({ id, text }) => ({ value: id, label: text }))
}
