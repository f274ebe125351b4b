import { weekdays } from '@zhixing/contract/resource-words.ts'
import { Button, Form, Input, Select } from 'antd'
import styles from '../Resources.module.css'

const days = weekdays.map((label, at) => ({ value: at + 1, label }))

/** Without a line: every day from eight till ten in the evening. */
export function OpeningFields() {
  return (
    <Form.List name={['resource', 'opening']}>
      {(fields, { add, remove }) => (
        <Form.Item label="开放时间（不填即每天 08:00—22:00）">
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.line}>
              <Form.Item name={[name, 'weekday']}>
                <Select aria-label="星期" options={days} style={{ width: '6rem' }} />
              </Form.Item>
              <Form.Item name={[name, 'from']}>
                <Input aria-label="开门" type="time" />
              </Form.Item>
              <Form.Item name={[name, 'until']}>
                <Input aria-label="关门" type="time" />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ weekday: 1, from: '09:00', until: '17:00' })}>
            加一段时间
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
