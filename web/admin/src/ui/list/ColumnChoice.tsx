import { Button, Checkbox, Popover } from 'antd'
import styles from './ColumnChoice.module.css'
import type { Column } from './columns.ts'

type Props<Row> = { all: Column<Row>[]; hidden: string[]; hide: (keys: string[]) => void }

export function ColumnChoice<Row>({ all, hidden, hide }: Props<Row>) {
  const toggle = (key: string) =>
    hide(hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key])
  const choices = (
    <div className={styles.choices} role="group" aria-label="显示的列">
      {all.slice(1).map(({ key, title }) => (
        <Checkbox key={key} checked={!hidden.includes(key)} onChange={() => toggle(key)}>
          {title}
        </Checkbox>
      ))}
    </div>
  )
  return (
    <Popover content={choices} trigger="click" placement="bottomRight">
      <Button>列{hidden.length > 0 ? `（隐藏 ${hidden.length}）` : ''}</Button>
    </Popover>
  )
}
