import type { EntryOf, Output } from '@zhixing/contract'
import { questionKinds } from '@zhixing/contract/quiz-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { SearchText } from '../../ui/list/SearchText.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { BankImport } from './BankImport.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import { QuizBar } from './QuizBar.tsx'

export type BankQuestion = Output<EntryOf<'quizzes.bank'>>['rows'][number]

const size = 50

/** What can be asked: brought in by table, mended by hand, found by category and words. */
export function BankPage() {
  const { organizationId } = useOrganization()
  const { open, page = 1, text, category } = useSearch({ from: '/shell/quizzes/bank' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const asked = { organizationId, page, size, text: text ?? '', category: category ?? null }
  const answer = useAnswer('quizzes.bank', asked)
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, categories, mayKeep }) => {
          const chosen = rows.find(({ questionId }) => questionId === open)
          const all = categories.reduce((sum, { count }) => sum + count, 0)
          const essential = categories.reduce((sum, one) => sum + one.essential, 0)
          return (
            <>
              <Sentence
                note="上级题库下级可用；改题是旧题停用、新题替上，已交的试卷不变。"
                step={
                  mayKeep ? (
                    <Button type="primary" onClick={() => change({ open: 'import' })}>
                      导入题目
                    </Button>
                  ) : null
                }
              >
                题库共 <Count of={all} /> 题，其中应知应会 <Count of={essential} /> 题。
              </Sentence>
              <QuizBar />
              <Tools categories={categories} mayKeep={mayKeep} />
              {total === 0 ? <NoQuestions /> : <Questions rows={rows} page={page} total={total} />}
              <DetailPanel title={titleOf(open)} open={open !== undefined} onClose={close}>
                {open === 'import' ? <BankImport /> : null}
                {open === 'new' || chosen ? (
                  <QuestionForm key={open} question={chosen} mayKeep={mayKeep} close={close} />
                ) : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

type Bank = Output<EntryOf<'quizzes.bank'>>

function Tools({ categories, mayKeep }: Pick<Bank, 'categories' | 'mayKeep'>) {
  const { text, category } = useSearch({ from: '/shell/quizzes/bank' })
  const change = useSearchChange()
  const options = categories.map(({ name, count }) => ({
    value: name,
    label: `${name}（${count}）`,
  }))
  return (
    <Filters
      choices={
        <Select
          aria-label="分类"
          allowClear
          placeholder="全部分类"
          style={{ minWidth: '10rem' }}
          value={category ?? null}
          options={options}
          onChange={(name) => change({ category: name ?? undefined, page: undefined })}
        />
      }
    >
      <SearchText label="找题目" placeholder="题目里的词" text={text} />
      {mayKeep ? <Button onClick={() => change({ open: 'new' })}>加一道题</Button> : null}
    </Filters>
  )
}

function NoQuestions() {
  return (
    <Empty title="没有这样的题" example="单选，“党的根本组织原则是什么？”，民主集中制。">
      用表格导入：题型、题目、选项、答案、解析、分类、应知应会，一题一行。
    </Empty>
  )
}

function Questions({ rows, page, total }: { rows: BankQuestion[]; page: number; total: number }) {
  return (
    <>
      <DataList label="题目" columns={columns} rows={rows} keyOf={({ questionId }) => questionId} />
      <Pager page={page} size={size} total={total} />
    </>
  )
}

function titleOf(open: string | undefined): string {
  if (open === 'import') return '导入题目'
  return open === 'new' ? '加一道题' : '题目'
}

const columns: Column<BankQuestion>[] = [
  {
    key: 'text',
    title: '题目',
    width: 'minmax(16rem, 3fr)',
    narrow: true,
    cell: ({ questionId, text }) => <LineLink open={questionId}>{text}</LineLink>,
  },
  { key: 'kind', title: '题型', width: '4rem', cell: ({ kind }) => questionKinds[kind] },
  { key: 'category', title: '分类', width: '8rem', narrow: true, cell: ({ category }) => category },
  {
    key: 'essential',
    title: '应知应会',
    width: '5rem',
    cell: ({ isEssential }) => (isEssential ? '是' : ''),
  },
  {
    key: 'by',
    title: '题库组织',
    width: '10rem',
    cell: ({ organizationName }) => organizationName,
  },
]
