import type { EntryOf, Output } from '@zhixing/contract'
import { duesCategories } from '@zhixing/contract/dues-words.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import styles from './Dues.module.css'
import { FixBases } from './FixBases.tsx'
import { LightCell, LightKey } from './lights.tsx'
import { MemberPanel } from './MemberPanel.tsx'
import { Publish } from './Publish.tsx'
import { yuan } from './fen.ts'

export type Grid = Output<EntryOf<'dues.grid'>>

/** Members down, months across; a name opens everything behind its line. */
export function BranchGrid({ grid }: { grid: Grid }) {
  const { open } = useSearch({ from: '/shell/dues' })
  const change = useSearchChange()
  const [doing, setDoing] = useState<'fix' | 'publish'>()
  const { year, rows, owedFen, paidFen, late, unknown, maySettle } = grid
  if (rows.length === 0)
    return (
      <Empty title="支部还没有党员" example="周一：在职，每月 15.00 元，1 至 6 月已交。">
        名册上有党员以后，在这里核定基数、登记缴纳、看谁欠交。
      </Empty>
    )
  const fix = maySettle && unknown > 0 && (
    <Button type="primary" onClick={() => setDoing('fix')}>
      核定 {unknown} 名党员的基数
    </Button>
  )
  return (
    <>
      <Sentence note="点姓名登记缴纳、看每笔来历；金额按核定的基数和现行规定算" step={fix || null}>
        {year} 年应交 <Count of={yuan(owedFen)} /> 元，已交 <Count of={yuan(paidFen)} /> 元
        {late > 0 ? (
          <>
            ，<Count of={late} stress /> 人欠交
          </>
        ) : (
          '，没有人欠交'
        )}
        。
      </Sentence>
      <div className={styles.bar}>
        <YearSelect year={year} />
        {maySettle ? <Button onClick={() => setDoing('publish')}>公示收缴情况</Button> : null}
      </div>
      <div className={details.wide}>
        <Table grid={grid} />
      </div>
      <LightKey />
      <MemberPanel open={open} year={year} close={() => change({ open: undefined })} />
      {doing === 'fix' ? <FixBases grid={grid} close={() => setDoing(undefined)} /> : null}
      {doing === 'publish' ? <Publish close={() => setDoing(undefined)} /> : null}
    </>
  )
}

function Table({ grid: { rows } }: { grid: Grid }) {
  return (
    <table className={styles.grid} aria-label="党费收缴表">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">每月</th>
          {rows[0]?.cells.map(({ month }) => (
            <th key={month} scope="col">
              {Number(month.slice(5))}月
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unitId, memberId, name, category, monthlyFen, cells }) => (
          <tr key={memberId}>
            <th scope="row">
              <LineLink open={`${unitId}~${memberId}`}>{name}</LineLink>
            </th>
            <td className={styles.number} title={category ? duesCategories[category] : '未核定'}>
              {monthlyFen === null ? '未核定' : yuan(monthlyFen)}
            </td>
            {cells.map((cell) => (
              <LightCell key={cell.month} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
