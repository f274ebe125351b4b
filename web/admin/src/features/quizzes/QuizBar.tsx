import { Link } from '@tanstack/react-router'
import styles from './Quizzes.module.css'

const pages = [
  { to: '/quizzes', word: '测验' },
  { to: '/quizzes/bank', word: '题库' },
  { to: '/quizzes/contests', word: '竞赛' },
] as const

export function QuizBar() {
  return (
    <nav className={styles.bar} aria-label="从哪一面看">
      {pages.map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {word}
        </Link>
      ))}
    </nav>
  )
}
