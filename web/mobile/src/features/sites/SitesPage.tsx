import type { EntryOf, Output } from '@zhixing/contract'
import { siteTypes } from '@zhixing/contract/site-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'
import { MonthForm } from './MonthForm.tsx'

type Site = Output<EntryOf<'sites.mine'>>['sites'][number]

/** The sites I manage, and the months that wait for my word. */
export function SitesPage() {
  const answer = useAnswer('sites.mine', {})
  return (
    <SubPage title="站点记录" back="/me">
      <Answered answer={answer}>
        {({ sites, today }) => {
          const owed = sites.reduce((sum, { owes }) => sum + owes.length, 0)
          return sites.length === 0 ? (
            <Empty title="没有您管理的站点" example="红溪村远程教育站点，5月记录已交。">
              支部定您为站点管理员以后，每月在这里交一次使用记录。
            </Empty>
          ) : (
            <>
              <Sentence note="当月办过的活动已经算好，核对一下就交。">
                {owed > 0 ? (
                  <>
                    还有 <Count of={owed} stress /> 份记录要交。
                  </>
                ) : (
                  '记录都交了。'
                )}
              </Sentence>
              {sites.map((site) => (
                <SiteRow key={site.siteId} site={site} today={today} />
              ))}
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

function monthWord(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`
}

const nearEnd = 25

function SiteRow({ site, today }: { site: Site; today: string }) {
  const { unitId, siteId, name, type, owes, lastMonth, trouble, isLate } = site
  const [month, setMonth] = useState<string>()
  const thisMonth = today.slice(0, 7)
  const isOpen = Number(today.slice(8)) >= nearEnd && lastMonth !== thisMonth
  const months = [...owes, ...(isOpen ? [thisMonth] : [])]
  return (
    <div className={rows.row}>
      <h2>{name}</h2>
      <small>
        {siteTypes[type]}
        {lastMonth ? `，最近交到${monthWord(lastMonth)}` : ''}
        {isLate ? '，已经逾期' : ''}
        {trouble ? `，${trouble}` : ''}
      </small>
      {month ? (
        <MonthForm
          key={month}
          unitId={unitId}
          siteId={siteId}
          month={month}
          done={() => setMonth(undefined)}
        />
      ) : (
        <div className={form.acts}>
          {months.map((one, at) => (
            <Button
              key={one}
              {...(at === 0 ? { color: 'primary' as const } : {})}
              onClick={() => setMonth(one)}
            >
              交{monthWord(one)}的记录
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
