import { Refused } from '../api.ts'
import styles from './states.module.css'

type Props = { error: Error; retry: () => void }

/** Says what happened, what is safe, and what to do. */
export function Failed({ error, retry }: Props) {
  const { title, advice, again } = wordsFor(error)
  return (
    <section className={styles.notice} role="alert">
      <h1>{title}</h1>
      <p>
        {error.message.replace(/。$/, '')}。{advice}
      </p>
      {again ? (
        <button type="button" className={styles.again} onClick={retry}>
          再试一次
        </button>
      ) : null}
    </section>
  )
}

function wordsFor(error: Error): { title: string; advice: string; again: boolean } {
  const status = error instanceof Refused ? error.status : 0
  if (status === 403)
    return {
      title: '这里需要别的权限',
      advice: '工作需要时，请上级党组织或系统管理员为您登记任职。',
      again: false,
    }
  if (status === 404)
    return {
      title: '没有找到',
      advice: '它可能已经移走，也可能不在您的管理范围内。',
      again: false,
    }
  if (status >= 400 && status < 500) return { title: '没有读到数据', advice: '', again: true }
  return {
    title: '没有读到数据',
    advice: '已保存的内容没有受影响；多次失败时，请把本页地址告诉系统管理员。',
    again: true,
  }
}
