import { Button, Form, Input, InputNumber } from 'antd'
import styles from '../Resources.module.css'

/** 百优名师、百佳课堂、十佳基层党建阵地: which year, and by whom. */
export function HonourFields({ name: list }: { name: string[] }) {
  return (
    <Form.List name={list}>
      {(fields, { add, remove }) => (
        <Form.Item label="荣誉">
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.line}>
              <Form.Item name={[name, 'year']}>
                <InputNumber aria-label="年份" min={1921} max={2200} precision={0} />
              </Form.Item>
              <Form.Item name={[name, 'title']}>
                <Input aria-label="荣誉名称" maxLength={200} placeholder="百优名师" />
              </Form.Item>
              <Form.Item name={[name, 'by']}>
                <Input aria-label="授予单位" maxLength={200} placeholder="授予单位" />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ year: new Date().getFullYear(), title: '', by: '' })}>
            加一项荣誉
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
