import { Sides } from '../../ui/Sides.tsx'

const pages = [
  { to: '/quizzes', word: '测验' },
  { to: '/quizzes/bank', word: '题库' },
  { to: '/quizzes/contests', word: '竞赛' },
] as const

export function QuizBar() {
  return <Sides pages={pages} />
}
