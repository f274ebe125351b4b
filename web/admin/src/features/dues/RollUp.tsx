import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { MonthSwitch } from '../../ui/MonthSwitch.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { yuan } from './fen.ts'

type Row = Output<EntryOf<'dues.rollUp'>>['rows'][number]

/** What those below were asked and brought; a name goes there, a sum opens its entries. */
export function RollUp() {
  const { organizationId, choose } = useOrganization()
  const { month } = useSearch({ from: '/shell/dues' })
  const answer = useAnswer('dues.rollUp', { organizationId, ...(month ? { month } : {}) })
  return (
    <Answered answer={answer}>
      {({ rows, owedFen, paidFen, late, people, month: shown }) =>
        rows.length === 0 ? (
          <Empty
            title="下级还没有党组织"
            example="东河镇党委：应交 3,120.00 元，已交 2,980.00 元。"
          >
            有了下级党组织，这里看每月应交、已交、欠交和留存。
          </Empty>
        ) : (
          <>
            <Sentence note="点名称进入下级；点金额看每一笔">
              {Number(shown.slice(5))} 月应交 <Count of={yuan(owedFen)} /> 元，已交{' '}
              <Count of={yuan(paidFen)} /> 元；{people} 名党员中有{' '}
              <Count of={late} stress={late > 0} /> 名欠交。
            </Sentence>
            <MonthSwitch month={shown} />
            <DataList
              label="党费收缴汇总"
              columns={columnsOf(choose, shown)}
              rows={rows}
              keyOf={(row) => row.organizationId}
              totals={{ name: '合计', owed: yuan(owedFen), paid: yuan(paidFen), late }}
            />
          </>
        )
      }
    </Answered>
  )
}

function columnsOf(choose: (id: string) => void, month: string): Column<Row>[] {
  const amount = (kind: 'owed' | 'paid', fen: number, row: Row) => (
    <Link
      to="/dues/entries"
      search={{ month, kind }}
      aria-label={`${row.name}${yuan(fen)}元的明细`}
      onClick={() => choose(row.organizationId)}
    >
      {yuan(fen)}
    </Link>
  )
  return [
    {
      key: 'name',
      title: '党组织',
      width: 'minmax(9rem, 1fr)',
      narrow: true,
      cell: (row) => (
        <Button type="link" onClick={() => choose(row.organizationId)}>
          {row.name}
        </Button>
      ),
    },
    { key: 'people', title: '党员', width: '5rem', number: true, cell: ({ people }) => people },
    {
      key: 'owed',
      title: '应交（元）',
      width: '8rem',
      number: true,
      cell: (row) => amount('owed', row.owedFen, row),
    },
    {
      key: 'paid',
      title: '已交（元）',
      width: '8rem',
      number: true,
      narrow: true,
      cell: (row) => amount('paid', row.paidFen, row),
    },
    {
      key: 'late',
      title: '欠交人数',
      width: '6rem',
      number: true,
      narrow: true,
      cell: ({ late }) => late,
    },
    {
      key: 'balance',
      title: '留存（元）',
      width: '9rem',
      number: true,
      cell: ({ balanceFen }) => yuan(balanceFen),
    },
  ]
}
