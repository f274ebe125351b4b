import { deliveryModes } from '@zhixing/contract/plan-words.ts'
import { cohorts } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { Wide } from '../../ui/Wide.tsx'
import { PlanBar } from './PlanBar.tsx'

/** The catalogue of ways to teach: for whom each suits and does not, and how much it is used this year. */
export function ModesPage() {
  const { organizationId } = useOrganization()
  const answer = useAnswer('plans.curriculum', { organizationId })
  return (
    <Page>
      <Answered answer={answer}>
        {({ year, modes }) => {
          const planned = modes.reduce((all, one) => all + one.planned, 0)
          const lecture = modes.find(({ mode }) => mode === 'lecture')?.planned ?? 0
          return (
            <>
              <Sentence note="面授为主、送学为辅，寓教于学、行、乐；列入项目时选了不适合的方式，项目里会提示。">
                {year} 年 <Count of={planned} /> 个项目，其中集中面授 <Count of={lecture} /> 个。
              </Sentence>
              <PlanBar />
              <Wide label="授课方式">
                <PlainTable
                  columns={['方式', '怎么做', '适合', '不适合', '列入计划', '已开展场次']}
                  rows={modes.map(({ mode, planned: items, sessions }) => {
                    const { name, about, suits, unfit } = deliveryModes[mode]
                    return [
                      name,
                      about,
                      suits.map((one) => cohorts[one]).join('、'),
                      unfit.map((one) => cohorts[one]).join('、'),
                      String(items),
                      String(sessions),
                    ]
                  })}
                />
              </Wide>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
