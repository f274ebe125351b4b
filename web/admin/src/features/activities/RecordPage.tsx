import { recordStages } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Page } from '../../ui/Page.tsx'
import { FloorPart } from '../interaction/FloorPart.tsx'
import { MinutesStep } from './minutes/MinutesStep.tsx'
import { CallStep, PlanStep } from './plan/PlanStep.tsx'
import { Cancelled } from './record/Cancelled.tsx'
import { ClosedStep } from './record/ClosedStep.tsx'
import { RecordHeadline } from './record/RecordHeadline.tsx'
import { Step } from './record/Step.tsx'
import { RollStep } from './roll/RollStep.tsx'
import type { Activity } from './state.ts'

type Stage = Activity['stage']

const lookAgainMs = 4_000

/** People sign in from their own phones while somebody calls the roll here. */
function whileRolling(activity: Activity | undefined): number | false {
  return activity?.stage === 'roll' ? lookAgainMs : false
}

const contents: [Stage, ComponentType<{ activity: Activity }>][] = [
  ['plan', PlanStep],
  ['call', CallStep],
  ['roll', RollStep],
  ['minutes', MinutesStep],
  ['closed', ClosedStep],
]

/** One page from plan to close: the stepper is the record itself. */
export function RecordPage() {
  const { unitId, activityId } = useParams({ from: '/shell/activities/$unitId/$activityId' })
  const answer = useAnswer('activities.show', { unitId, activityId }, { every: whileRolling })
  return (
    <Page>
      <Answered answer={answer}>
        {(activity) => (
          <>
            <RecordHeadline activity={activity} />
            {activity.cancelled ? (
              <Cancelled activity={activity} />
            ) : (
              <>
                <ol>
                  {contents.map(([stage, Content]) => (
                    <Step key={stage} stage={stage} title={recordStages[stage]} activity={activity}>
                      <Content activity={activity} />
                    </Step>
                  ))}
                </ol>
                <FloorPart floorKey={{ unitId, about: 'activity', aboutId: activityId }} />
              </>
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}
