import type { EntryOf, Output } from '@zhixing/contract'
import { duesUses } from '@zhixing/contract/dues-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import details from '../../ui/Details.module.css'
import { Wide } from '../../ui/Wide.tsx'
import styles from './Dues.module.css'
import { DuesBar } from './DuesBar.tsx'
import { GiveBack, Remit, Spend } from './MoneyForms.tsx'
import { yuan } from './fen.ts'

type Money = Output<EntryOf<'dues.money'>>

/** A level's own books: what came, what went up, what was spent, and what is left. */
export function MoneyPage() {
  const { organizationId } = useOrganization()
  const { year } = useSearch({ from: '/shell/dues/money' })
  const answer = useAnswer('dues.money', { organizationId, ...(year ? { year } : {}) })
  return (
    <Page>
      <DuesBar />
      <Answered answer={answer}>{(money) => <Books money={money} />}</Answered>
    </Page>
  )
}

function Books({ money }: { money: Money }) {
  const [doing, setDoing] = useState<'spend' | 'back'>()
  const may = useMay()
  const { year, balanceFen, uses, below, maySettle } = money
  const spent = uses.reduce((sum, { fen }) => sum + fen, 0)
  const education = uses.find(({ use }) => use === 'education')?.fen ?? 0
  return (
    <>
      <Sentence note="留存等于收到的减去上缴、返还和使用的，每月结余由明细账逐笔相加得来">
        本级留存党费 <Count of={yuan(balanceFen)} /> 元；{year} 年使用 <Count of={yuan(spent)} />{' '}
        元，其中教育培训 <Count of={yuan(education)} /> 元。
      </Sentence>
      <div className={styles.bar}>
        <YearSelect year={year} />
        {maySettle ? <Button onClick={() => setDoing('spend')}>登记使用</Button> : null}
        {may('dues.approve') && below.length > 0 ? (
          <Button onClick={() => setDoing('back')}>返还下级</Button>
        ) : null}
      </div>
      <Quarters money={money} />
      <Months money={money} />
      {uses.length > 0 ? (
        <Section title="使用（元）">
          <PlainTable
            columns={['用途', '金额']}
            rows={uses.map(({ use, fen }) => [duesUses[use], yuan(fen)])}
          />
        </Section>
      ) : null}
      {doing === 'spend' ? <Spend close={() => setDoing(undefined)} /> : null}
      {doing === 'back' ? <GiveBack below={below} close={() => setDoing(undefined)} /> : null}
    </>
  )
}

function Months({ money: { year, openingFen, months } }: { money: Money }) {
  return (
    <Section title="逐月收支（元）">
      <Wide label="逐月收支">
        <PlainTable
          columns={[
            '入账月',
            '收党费',
            '收到上缴',
            '上缴',
            '收到返还',
            '返还下级',
            '使用',
            '月末结余',
          ]}
          rows={[
            [`${String(year)} 年初`, '', '', '', '', '', '', yuan(openingFen)],
            ...months.map((one) => [
              one.month,
              yuan(one.paidFen),
              yuan(one.receivedFen),
              yuan(one.sentFen),
              yuan(one.returnedInFen),
              yuan(one.returnedOutFen),
              yuan(one.spentFen),
              yuan(one.closingFen),
            ]),
          ]}
        />
      </Wide>
    </Section>
  )
}

function Quarters({ money: { quarters, clause, maySettle } }: { money: Money }) {
  const [sending, setSending] = useState<string>()
  const percent = quarters[0]?.percent ?? 0
  return (
    <Section title={`按季上缴（${String(percent)}%）`}>
      <p className={styles.key}>依据：{clause}。特殊党费全额上缴。</p>
      <ul className={details.log}>
        {quarters.map(({ quarter, basisFen, specialFen, dueFen, sentFen, refusal }) => (
          <li key={quarter}>
            {quarter.replace('-Q', ' 年第 ')} 季度：收 {yuan(basisFen)} 元
            {specialFen > 0 ? `，特殊党费 ${yuan(specialFen)} 元` : ''}，应上缴 {yuan(dueFen)} 元
            <small>{sentFen > 0 ? `已上缴 ${yuan(sentFen)} 元` : refusal}</small>
            {maySettle && sentFen === 0 && dueFen > 0 && refusal === '' ? (
              <Button type="primary" size="small" onClick={() => setSending(quarter)}>
                上缴 {yuan(dueFen)} 元
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {sending ? <Remit quarter={sending} close={() => setSending(undefined)} /> : null}
    </Section>
  )
}
