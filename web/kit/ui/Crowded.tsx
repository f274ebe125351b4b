import { useIsInLine } from '../patience.ts'
import styles from './Offline.module.css'

/** Says so while the server has asked this page to come again; it comes again by itself. */
export function Crowded() {
  const isInLine = useIsInLine()
  return (
    <p className={styles.offline} role="status" hidden={!isInLine}>
      {isInLine ? '同时办理的人较多，正在排队，轮到后自动继续，请不要关闭本页。' : ''}
    </p>
  )
}
