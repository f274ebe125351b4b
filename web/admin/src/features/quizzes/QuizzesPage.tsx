import type { EntryOf, Output } from '@zhixing/contract'
import { quizKinds } from '@zhixing/contract/quiz-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { LayForm } from './LayForm.tsx'
import { QuizBar } from './QuizBar.tsx'
import { Results } from './Results.tsx'

type Quiz = Output<EntryOf<'quizzes.list'>>['rows'][number]

const size = 50

/** What was laid, how many have answered, and how much of it stayed. */
export function QuizzesPage() {
  const { organizationId } = useOrganization()
  const { open, page = 1 } = useSearch({ from: '/shell/quizzes' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const answer = useAnswer('quizzes.list', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, mayKeep }) => {
          const chosen = rows.find(({ quizId }) => quizId === open)
          const running = rows.filter(({ isOpen }) => isOpen)
          return (
            <>
              <Sentence
                note="题目现抽、选项打乱、服务器计时；复测看记住了多少。"
                step={
                  mayKeep ? (
                    <Button type="primary" onClick={() => change({ open: 'new' })}>
                      布置测验
                    </Button>
                  ) : null
                }
              >
                正在进行的测验 <Count of={running.length} /> 个，已有{' '}
                <Count of={running.reduce((sum, { takers }) => sum + takers, 0)} /> 人次作答。
              </Sentence>
              <QuizBar />
              {total === 0 ? <NoQuizzes /> : <Quizzes rows={rows} page={page} total={total} />}
              <DetailPanel
                title={chosen?.title ?? '布置测验'}
                open={chosen !== undefined || (open === 'new' && mayKeep)}
                onClose={close}
              >
                {chosen ? <Results quiz={chosen} mayKeep={mayKeep} close={close} /> : null}
                {open === 'new' ? <LayForm close={close} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function NoQuizzes() {
  return (
    <Empty title="还没有测验" example="“党章知识测验”，20 题，30 分钟，60 分及格，30 天后复测。">
      先在题库导入题目，再布置测验；下级党员在手机上作答。
    </Empty>
  )
}

function Quizzes({ rows, page, total }: { rows: Quiz[]; page: number; total: number }) {
  return (
    <>
      <DataList label="测验" columns={columns} rows={rows} keyOf={({ quizId }) => quizId} />
      <Pager page={page} size={size} total={total} />
    </>
  )
}

const columns: Column<Quiz>[] = [
  {
    key: 'title',
    title: '测验',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ quizId, title }) => <LineLink open={quizId}>{title}</LineLink>,
  },
  { key: 'kind', title: '类别', width: '6rem', spare: true, cell: ({ kind }) => quizKinds[kind] },
  {
    key: 'by',
    title: '布置组织',
    width: '10rem',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'days',
    title: '起止',
    width: '13rem',
    cell: ({ opensOn, closesOn }) => `${opensOn} 至 ${closesOn}`,
  },
  {
    key: 'retest',
    title: '复测',
    width: '6rem',
    spare: true,
    cell: ({ retestDays }) => (retestDays === null ? '不复测' : `${retestDays} 天后`),
  },
  {
    key: 'takers',
    title: '作答',
    width: '4.5rem',
    number: true,
    narrow: true,
    cell: ({ takers }) => takers,
  },
  { key: 'passed', title: '通过', width: '4.5rem', number: true, cell: ({ passed }) => passed },
]
