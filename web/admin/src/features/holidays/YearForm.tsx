import type { EntryOf, Output } from '@zhixing/contract'
import { query } from '@zhixing/kit/api.ts'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import styles from './Holidays.module.css'
import type { HolidayYear } from './HolidaysPage.tsx'

type Days = Pick<Output<EntryOf<'holidays.read'>>, 'off' | 'worked'>
type Values = Days & { notice: string }
type Props = { of: HolidayYear; close: () => void }

/** What was announced, read from the pasted text or typed; looked at before it counts. */
export function YearForm({ of, close }: Props) {
  const { year, version } = of
  return (
    <ActForm
      act="holidays.keep"
      draft={`holidays:${year}:${version}`}
      initial={{
        notice: of.notice || `国务院办公厅关于${year}年部分节假日安排的通知`,
        off: of.off,
        worked: of.worked,
      }}
      input={({ notice, off, worked }: Values) => ({ year, version, notice, off, worked })}
      submit="保存"
      done={close}
      cancel={close}
    >
      <Pasted year={year} />
      <Form.Item name="notice" label="依据" rules={[{ required: true, message: '写明是哪份通知' }]}>
        <Input />
      </Form.Item>
      <OffFields year={year} />
      <WorkedFields year={year} />
    </ActForm>
  )
}

function Pasted({ year }: { year: number }) {
  const form = Form.useFormInstance<Values>()
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const read = async () => {
    try {
      const { off, worked, unread } = await query('holidays.read', { year, text })
      form.setFieldsValue({ off, worked })
      const left = unread.length > 0 ? `没有读懂：${unread.join('；')}。` : ''
      setSaid(`读出 ${off.length} 个假期、${worked.length} 天调休，请逐条核对。${left}`)
    } catch (error) {
      setSaid(error instanceof Error ? error.message : '没有读成，请再试一次。')
    }
  }
  return (
    <Form.Item label="粘贴放假通知原文">
      <div className={styles.paste}>
        <Input.TextArea
          aria-label="放假通知原文"
          rows={4}
          value={text}
          placeholder="一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月4日（周一）上班。"
          onChange={({ target }) => setText(target.value)}
        />
        <Button disabled={text.trim().length < 4} onClick={() => void read()}>
          读入
        </Button>
        <p className={styles.said} role="status">
          {said}
        </p>
      </div>
    </Form.Item>
  )
}

function OffFields({ year }: { year: number }) {
  return (
    <Form.List name="off">
      {(fields, { add, remove }) => (
        <Form.Item label="放假" required>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.line}>
              <Form.Item name={[name, 'name']} rules={[{ required: true, message: '写假期名' }]}>
                <Input aria-label="假期" placeholder="春节" />
              </Form.Item>
              <Form.Item name={[name, 'from']} rules={[{ required: true, message: '选日期' }]}>
                <Input aria-label="第一天" type="date" />
              </Form.Item>
              <Form.Item name={[name, 'until']} rules={[{ required: true, message: '选日期' }]}>
                <Input aria-label="最后一天" type="date" />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ name: '', from: `${year}-01-01`, until: `${year}-01-01` })}>
            加一个假期
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}

function WorkedFields({ year }: { year: number }) {
  return (
    <Form.List name="worked">
      {(fields, { add, remove }) => (
        <Form.Item label="调休上班的周末">
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.line}>
              <Form.Item name={name} rules={[{ required: true, message: '选日期' }]}>
                <Input aria-label="调休上班" type="date" />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <Button onClick={() => add(`${year}-01-01`)}>加一天</Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
