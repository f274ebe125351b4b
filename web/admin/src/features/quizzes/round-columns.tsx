import { quizKinds } from '@zhixing/contract/quiz-words.ts'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import type { Contest } from './ContestsPage.tsx'

type Round = Contest['rounds'][number]

export const roundColumns: Column<Round>[] = [
  {
    key: 'title',
    title: '轮次',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ quizId, round, title }) => (
      <LineLink open={quizId}>
        第 {round} 轮 {title}
      </LineLink>
    ),
  },
  { key: 'kind', title: '方式', width: '7rem', cell: ({ kind }) => quizKinds[kind] },
  {
    key: 'days',
    title: '起止',
    width: '13rem',
    cell: ({ opensOn, closesOn }) => `${opensOn} 至 ${closesOn}`,
  },
  {
    key: 'admits',
    title: '谁能参加',
    width: '8rem',
    cell: ({ admits }) => (admits === null ? '人人可以' : `上一轮前 ${admits} 名`),
  },
  {
    key: 'takers',
    title: '已参加',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ takers }) => takers,
  },
]
