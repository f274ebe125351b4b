import { lecturerRoles } from '@zhixing/contract/tour-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, InputNumber, Select } from 'antd'
import styles from './Tours.module.css'
import { needed } from '../../ui/form/needed.ts'

/** A day and two hours, as people say when something takes place. */
export type When = { day: string; from: string; until: string }

export function momentsOf({ day, from, until }: When) {
  const at = (time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()
  return { startsAt: at(from), endsAt: at(until) }
}

export function WhenFields() {
  return (
    <>
      <Form.Item name="day" label="哪天" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="from" label="几点开始" rules={needed('写上时间')}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="until" label="几点结束" rules={needed('写上时间')}>
          <Input type="time" />
        </Form.Item>
      </div>
      <Form.Item name="place" label="地点" rules={needed('写上地点')}>
        <Input maxLength={200} placeholder="例：东河村文化广场" />
      </Form.Item>
    </>
  )
}

/** The days that suit: most know one span; it is what the form asks for. */
export function WindowFields() {
  return (
    <div className={styles.pair}>
      <Form.Item name={['windows', 0, 'from']} label="从哪天起可以" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name={['windows', 0, 'until']} label="到哪天" rules={needed('选一天')}>
        <Input type="date" />
      </Form.Item>
    </div>
  )
}

export function LecturerFields() {
  return (
    <div className={styles.pair}>
      <Form.Item name="lecturerName" label="谁去讲" rules={needed('写上姓名')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="lecturerRole" label="身份" rules={needed('选一种')}>
        <Select options={choicesOf(lecturerRoles)} />
      </Form.Item>
    </div>
  )
}

export function CountField({ name, label }: { name: string; label: string }) {
  return (
    <Form.Item name={name} label={label} rules={needed('写上数目')}>
      <InputNumber min={1} max={2000} precision={0} />
    </Form.Item>
  )
}
