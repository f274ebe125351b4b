import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Link } from '@tanstack/react-router'
import styles from './Me.module.css'

/** Of interest to leading cadres alone, so that nobody else has to read past it. */
export function LeaderLink() {
  const { data } = useAnswer('leaders.mine', {})
  if (!data?.isLeader) return null
  return (
    <Link to="/leaders" className={styles.row}>
      联系支部与学习
      <span>领导干部的联系点、学习计划 ›</span>
    </Link>
  )
}
