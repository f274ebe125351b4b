import { Button } from 'antd'
import { useSearchChange } from './use-search-change.ts'
import styles from './MonthSwitch.module.css'

/** A month back, a month on; a list begins at its first page again. */
export function MonthSwitch({ month }: { month: string }) {
  const change = useSearchChange()
  const go = (step: number) => change({ month: moved(month, step), page: undefined })
  return (
    <div className={styles.switch}>
      <Button size="small" onClick={() => go(-1)}>
        上月
      </Button>
      <b>{month.replace('-', '年')}月</b>
      <Button size="small" onClick={() => go(1)}>
        下月
      </Button>
    </div>
  )
}

function moved(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + step
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
