import type { EntryOf, Output } from '@zhixing/contract'
import { duesLights, duesWays, hardshipStates } from '@zhixing/contract/dues-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import styles from './Dues.module.css'
import { HardshipForm } from './HardshipForm.tsx'
import { yuan } from './fen.ts'

type Mine = Output<EntryOf<'dues.mine'>>

/** What I pay and why, month by month, every payment, and what the branch told about a quarter. */
export function DuesPage() {
  const answer = useAnswer('dues.mine', {})
  const me = useAnswer('accounts.me', {})
  const mayRecord = me.data?.grants.includes('dues.record') ?? false
  return (
    <SubPage title="我的党费" back="/me">
      {mayRecord ? <LinkButton to="/dues/collect">收本支部党费</LinkButton> : null}
      <Answered answer={answer}>
        {(mine) =>
          mine.isMember ? (
            <Own mine={mine} />
          ) : (
            <Empty title="这里看本人的党费">这个账号没有党员身份，没有应交的党费。</Empty>
          )
        }
      </Answered>
    </SubPage>
  )
}

function Own({ mine }: { mine: Mine }) {
  const { monthlyFen, why, cells, standing, payments, hardships, publications } = mine
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Sentence note={why}>
        {monthlyFen === null ? (
          '本月党费还没有核定'
        ) : (
          <>
            每月应交 <Count of={yuan(monthlyFen)} /> 元
          </>
        )}
        {standing.fen > 0 ? (
          <>
            ，欠交 <Count of={yuan(standing.fen)} stress /> 元
          </>
        ) : (
          '，没有欠交'
        )}
        。
      </Sentence>
      <ul className={styles.year} aria-label="今年各月">
        {cells.map(({ month, light }) => (
          <li key={month} className={lookOf(light)}>
            {Number(month.slice(5))}月<small>{duesLights[light]}</small>
          </li>
        ))}
      </ul>
      <h2 className={rows.title}>缴纳记录</h2>
      {payments.length === 0 ? <p>还没有缴纳记录，交给支部后会登记在这里。</p> : null}
      {payments.map(({ paymentId, paidOn, fen, way, months, byName, isReversed }) => (
        <div key={paymentId} className={rows.row}>
          <h3>
            {yuan(fen)} 元{isReversed ? '（已冲销）' : ''}
          </h3>
          <small>
            {paidOn}，{duesWays[way]}，抵 {months.join('、')}，{byName}登记
          </small>
        </div>
      ))}
      <h2 className={rows.title}>困难减免</h2>
      {hardships.map(({ hardshipId, from, until, monthlyFen: less, state, stepName, answer }) => (
        <div key={hardshipId} className={rows.row}>
          <h3>
            {from} 至 {until}，{less === 0 ? '全免' : `每月 ${yuan(less)} 元`}
          </h3>
          <small>{[stepName || hardshipStates[state], answer].filter(Boolean).join('：')}</small>
        </div>
      ))}
      {isAsking ? (
        <HardshipForm done={() => setIsAsking(false)} />
      ) : (
        <Button onClick={() => setIsAsking(true)}>申请减免</Button>
      )}
      <Publications publications={publications} />
    </>
  )
}

function lookOf(light: Mine['cells'][number]['light']) {
  if (light === 'late' || light === 'part') return styles.late
  return light === 'paid' || light === 'ahead' ? styles.good : undefined
}

function Publications({ publications }: Pick<Mine, 'publications'>) {
  const [first] = publications
  if (!first) return null
  return (
    <>
      <h2 className={rows.title}>支部公示</h2>
      {publications.map(({ quarter, columns, rows: lines, byName, at, edition }) => (
        <details key={quarter} open={quarter === first.quarter}>
          <summary>
            {quarter.replace('-Q', ' 年第 ')} 季度，{byName}，{at.slice(0, 10)}
            {edition > 1 ? '（更正）' : ''}
          </summary>
          <div className={styles.wide}>
            <table>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line, place) => (
                  <tr key={`${line.join()}${String(place)}`}>
                    {line.map((text, column) => (
                      <td key={columns[column]}>{text}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </>
  )
}
