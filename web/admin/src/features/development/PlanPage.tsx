import { thisDay } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { DevelopmentBar } from './DevelopmentBar.tsx'
import styles from './Development.module.css'
import { Pool } from './Pool.tsx'
import { PracticeForm } from './PracticeForm.tsx'
import { QuotaForm } from './QuotaForm.tsx'
import { Quotas } from './Quotas.tsx'

/** What opens beside the page that is no organization. */
const practice = 'practice'

/** How many may be admitted here and below, who is coming, and of how many one is chosen. */
export function PlanPage() {
  const { organizationId } = useOrganization()
  const { year = Number(thisDay().slice(0, 4)), open } = useSearch({
    from: '/shell/development/plan',
  })
  const change = useSearchChange()
  const answer = useAnswer('development.quotas', { organizationId, year })
  const close = () => change({ open: undefined })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, mayPlan, guideline }) => {
          const [own] = rows
          const row = rows.find((one) => one.organizationId === open)
          return (
            <>
              <Sentence note="批准为预备党员时逐级核对名额，任一级用完就不能再批；没有下达的不限。结构写作“实际 / 目标”。">
                {year}年名额 <Count of={own?.persons ?? '未下达'} />
                {own?.persons === null ? '' : ' 名'}，已批准 <Count of={own?.admitted ?? 0} />{' '}
                名，发展对象 <Count of={own?.coming ?? 0} /> 名。
              </Sentence>
              <DevelopmentBar>
                <YearSelect year={year} />
                {mayPlan ? (
                  <Button onClick={() => change({ open: practice })}>本地做法</Button>
                ) : null}
              </DevelopmentBar>
              <p className={styles.guideline}>{guideline}</p>
              <Quotas rows={rows} mayPlan={mayPlan} />
              <Pool year={year} />
              <DetailPanel
                title={row ? `${row.name} ${year}年计划` : ''}
                open={row !== undefined && mayPlan}
                onClose={close}
              >
                {row ? (
                  <QuotaForm key={row.organizationId} row={row} year={year} close={close} />
                ) : null}
              </DetailPanel>
              <DetailPanel title="本地做法" open={open === practice && mayPlan} onClose={close}>
                {open === practice ? <PracticeForm close={close} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
