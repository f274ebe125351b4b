import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Form, Input } from 'antd'
import { today } from '../../format/day-said.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { Preview } from './Preview.tsx'
import { ValueFields } from './ValueFields.tsx'
import { fieldsOf, valueOf, type ValueFields as Fields } from './value-form.ts'

type Shown = Output<EntryOf<'rules.show'>>
type Values = Fields & { clause: string; from: string; until?: string }
type Props = { shown: Shown; setting: 'tighten' | 'correct'; close: () => void }

/** A dated value; whom it touches is said before it is set. */
export function RuleForm({ shown, setting, close }: Props) {
  const { rule, organization, current } = shown
  const { key, shape, unit } = rule
  const dated = (values: Values) => ({
    key,
    value: valueOf(shape, values, unit) ?? null,
    clause: values.clause,
    from: values.from,
    ...(values.until ? { until: values.until } : {}),
  })
  const fields = (
    <>
      <ValueFields shape={shape} unit={unit} />
      <Form.Item
        name="clause"
        label="依据（文件和条款）"
        rules={[{ required: true, min: 2, message: '写明依据的文件' }]}
      >
        <Input placeholder="中共某县委组织部通知〔2026〕8号" />
      </Form.Item>
      <Form.Item
        name="from"
        label="自哪天起施行"
        rules={[{ required: true, message: '选一个日期' }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label="到哪天失效">
        <Input type="date" />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {(form) => <Effect shown={shown} setting={setting} values={form.getFieldsValue()} />}
      </Form.Item>
    </>
  )
  const same = {
    draft: `rule:${setting}:${organization.id}:${key}`,
    initial: { ...fieldsOf(current.value, unit), from: today() },
    done: close,
    cancel: close,
  }
  return setting === 'tighten' ? (
    <ActForm
      {...same}
      act="rules.tighten"
      submit="从严设定"
      input={(values: Values) => ({ ...dated(values), organizationId: organization.id })}
    >
      {fields}
    </ActForm>
  ) : (
    <ActForm {...same} act="rules.correct" submit="更正全国参数" input={dated}>
      {fields}
    </ActForm>
  )
}

function Effect({ shown, setting, values }: Omit<Props, 'close'> & { values: Partial<Values> }) {
  const { rule, organization } = shown
  const value = valueOf(rule.shape, values, rule.unit)
  const isWhole = value !== undefined && Boolean(values.from)
  const answer = useAnswer(
    'rules.preview',
    {
      organizationId: organization.id,
      key: rule.key,
      value: value ?? null,
      from: values.from || today(),
      isCorrection: setting === 'correct',
    },
    { enabled: isWhole },
  )
  return isWhole && values.from ? <Preview from={values.from} effect={answer.data} /> : null
}
