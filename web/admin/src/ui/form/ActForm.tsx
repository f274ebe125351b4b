import type { Draft, EntryOf, NameOf, Output } from '@zhixing/contract'
import { issuesOf } from '@zhixing/kit/issues.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Form } from 'antd'
import { useState, type ReactNode } from 'react'
import styles from './ActForm.module.css'
import { dropDraft, readDraft, writeDraft } from './draft.ts'

type Props<N extends NameOf<'command'>, Values extends object> = {
  act: N
  /** The name under which this form keeps what was typed; one per record that is edited, empty to keep nothing. */
  draft: string
  initial: Partial<Values>
  /** From what the fields hold to what the contract wants. */
  input: (values: Values) => Draft<EntryOf<N>>
  submit: string
  done: (value: Output<EntryOf<N>>) => void
  cancel?: () => void
  /** It takes something back, or stands beside the form that the page is about: not in red. */
  isSecond?: boolean
  children: ReactNode
}

/**
 * A form that performs one act. It survives a reload, marks the fields that the server names, and says why.
 *
 *     <ActForm act="organizations.found" draft="new-organization" initial={{ kind: 'branch' }}
 *       input={(values: Values) => ({ parentId, ...values })} submit="设立" done={close}>
 *       <Form.Item name="name" label="名称"><Input /></Form.Item>
 *     </ActForm>
 */
export function ActForm<N extends NameOf<'command'>, Values extends object>(
  props: Props<N, Values>,
) {
  const { act, draft, initial, input, submit, done, cancel, children, isSecond = false } = props
  const [form] = Form.useForm()
  const [restored, setRestored] = useState(() => readDraft<Values>(draft))
  const { mutate, isPending, error } = useAct(act)

  const send = (values: Values) =>
    mutate(input(values), {
      onSuccess: (value) => {
        dropDraft(draft)
        done(value)
      },
      onError: (failure) =>
        form.setFields(
          Object.entries(issuesOf(failure)).map(([path, message]) => ({
            name: path.split('.').map(indexOrName),
            errors: [message],
          })),
        ),
    })
  const forget = () => {
    dropDraft(draft)
    setRestored(undefined)
    form.setFieldsValue(initial)
  }

  return (
    <Form
      className={isSecond ? `${styles.form} ${styles.second}` : (styles.form ?? '')}
      form={form}
      layout="vertical"
      requiredMark="optional"
      initialValues={{ ...initial, ...restored }}
      // Afterwards: a choice may have filled other fields, which are drafted with it.
      onValuesChange={() => queueMicrotask(() => writeDraft(draft, form.getFieldsValue()))}
      onFinish={send}
      scrollToFirstError
    >
      {restored ? <Restored forget={forget} /> : null}
      {children}
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      <div className={styles.actions}>
        <Button type={isSecond ? 'default' : 'primary'} htmlType="submit" loading={isPending}>
          {submit}
        </Button>
        {cancel ? <Button onClick={cancel}>取消</Button> : null}
      </div>
    </Form>
  )
}

function Restored({ forget }: { forget: () => void }) {
  return (
    <p className={styles.restored}>
      已恢复上次没有提交的内容。
      <Button type="link" size="small" onClick={forget}>
        不要了
      </Button>
    </p>
  )
}

function indexOrName(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step
}
