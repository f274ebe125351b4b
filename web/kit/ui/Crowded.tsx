import { useIsInLine } from '../patience.ts'
import styles from './Offline.module.css'

/** Says so while the server has asked this page to come again; it comes again by itself. */
export function Crowded() {
  const isInLine = useIsInLine()
  return (
    <p className={styles.offline} role="status" hidden={!isInLine}>
      {isInLine ? '服务器正忙，正在排队或汇总，好了会自动继续，请不要关闭本页。' : ''}
    </p>
  )
}
