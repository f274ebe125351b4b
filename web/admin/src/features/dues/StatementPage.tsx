import type { EntryOf, Output } from '@zhixing/contract'
import { lineStates } from '@zhixing/contract/dues-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'
import details from '../../ui/Details.module.css'
import { DuesBar } from './DuesBar.tsx'
import { yuan } from './fen.ts'

type Preview = Output<EntryOf<'dues.previewStatement'>>
type Line = Preview['rows'][number]
type Choices = ReadonlyMap<number, string>

/** A file from the bank or WeChat: first whose each line is, then, when somebody says so, into the books. */
export function StatementPage() {
  const { organizationId } = useOrganization()
  const [fileId, setFileId] = useState<string>()
  const [choices, setChoices] = useState<Choices>(new Map())
  const preview = useAct('dues.previewStatement')
  const commit = useAct('dues.commitStatement')
  const choose = (line: number, memberId: string) =>
    setChoices((before) => new Map(before).set(line, memberId))
  const begin = (id: string) => {
    setFileId(id)
    setChoices(new Map())
    commit.reset()
    preview.mutate({ organizationId, fileId: id })
  }
  const book = () =>
    fileId &&
    commit.mutate({
      organizationId,
      fileId,
      choices: [...choices].map(([line, memberId]) => ({ line, memberId })),
    })
  return (
    <Page>
      <DuesBar />
      {preview.data && !commit.data ? (
        <Seen
          preview={preview.data}
          choices={choices}
          choose={choose}
          book={book}
          isPending={commit.isPending}
        />
      ) : (
        <Sentence note="附言写身份证号，或姓名和支部，最容易认出；一行流水不论导几次只入账一次">
          选银行或微信导出的流水，先看认出了谁，再入账。
        </Sentence>
      )}
      <p role="alert" className={details.late}>
        {commit.error?.message ?? preview.error?.message}
      </p>
      {commit.data ? <Booked done={commit.data} /> : null}
      {preview.isPending ? (
        <p role="status">正在读流水……</p>
      ) : (
        <FileUpload
          purpose="table"
          accept=".xlsx,.csv"
          label={preview.data ? '换一份流水' : '选择流水文件'}
          done={({ fileId: id }) => begin(id)}
        />
      )}
    </Page>
  )
}

type SeenProps = {
  preview: Preview
  choices: Choices
  choose: (line: number, memberId: string) => void
  book: () => void
  isPending: boolean
}

function Seen({ preview, choices, choose, book, isPending }: SeenProps) {
  const { rows, matched, unmatched, known, fen } = preview
  const ready = matched + choices.size
  return (
    <>
      <Sentence
        note={
          known > 0 ? `其中 ${String(known)} 行以前导过，不会再入账` : '没认出的可以在行里指定党员'
        }
        step={
          <Button type="primary" loading={isPending} disabled={ready === 0} onClick={book}>
            入账 {ready} 行
          </Button>
        }
      >
        认出 <Count of={matched} /> 行，共 <Count of={yuan(fen)} /> 元；
        <Count of={unmatched} stress={unmatched > 0} /> 行没认出。
      </Sentence>
      <DataList
        label="流水"
        columns={columnsOf(choose)}
        rows={rows}
        keyOf={({ line }) => String(line)}
      />
    </>
  )
}

type Choose = (line: number, memberId: string) => void

function columnsOf(choose: Choose): Column<Line>[] {
  return [
    { key: 'line', title: '行', width: '4rem', number: true, cell: ({ line }) => line },
    { key: 'day', title: '日期', width: '7rem', cell: ({ paidOn }) => paidOn ?? '' },
    {
      key: 'payer',
      title: '付款人和附言',
      width: 'minmax(9rem, 1fr)',
      narrow: true,
      cell: ({ payer, remark }) => [payer, remark].filter(Boolean).join('：'),
    },
    {
      key: 'fen',
      title: '金额（元）',
      width: '7rem',
      number: true,
      narrow: true,
      cell: (row) => (row.fen === null ? '' : yuan(row.fen)),
    },
    {
      key: 'who',
      title: '入谁的账',
      width: '13rem',
      narrow: true,
      cell: (row) => <Whose row={row} choose={choose} />,
    },
    { key: 'why', title: '怎么认的', width: 'minmax(9rem, 1fr)', cell: ({ why }) => why },
  ]
}

/** Whose money a line is, or the question. */
function Whose({ row, choose }: { row: Line; choose: Choose }) {
  const { organizationId } = useOrganization()
  const [key, setKey] = useState<string>()
  const { line, state, memberName } = row
  if (state !== 'unmatched') return memberName || lineStates[state]
  return (
    <MemberKeySelect
      organizationId={organizationId}
      {...(key ? { value: key } : {})}
      onChange={(chosen: string) => {
        setKey(chosen)
        choose(line, chosen.split('~')[1] ?? '')
      }}
    />
  )
}

function Booked({ done }: { done: Output<EntryOf<'dues.commitStatement'>> }) {
  return (
    <section role="status">
      <p>
        入账 {done.posted} 行，共 {yuan(done.fen)} 元
        {done.known > 0 ? `；${String(done.known)} 行以前导过，没有重复入账` : ''}。
      </p>
      {done.left.length > 0 ? (
        <>
          <p className={details.late}>还有 {done.left.length} 行没有入账：</p>
          <ul className={details.log}>
            {done.left.map(({ line, payer, remark, why }) => (
              <li key={line}>
                第 {line} 行 {[payer, remark].filter(Boolean).join('：')}
                <small>{why}</small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
