import { applicantStages } from '@zhixing/contract/development-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import { Cultivating } from './Cultivating.tsx'
import { NextSteps } from './NextSteps.tsx'
import { OwnWay } from './OwnWay.tsx'

/** My own way to membership, those whom I cultivate, and for a secretary what is next for whom. */
export function DevelopmentPage() {
  const answer = useAnswer('development.mine', {})
  const me = useAnswer('accounts.me', {})
  const organizationId = me.data?.appointments[0]?.organizationId
  const isKeeper = me.data?.grants.includes('development.keep') ?? false
  return (
    <SubPage title="发展党员" back="/me">
      <Answered answer={answer}>
        {({ own, cultivating }) => (
          <>
            {own ? (
              <Sentence note={`${own.organizationName}，${own.appliedOn} 递交申请`}>
                {own.name}同志，您现在是{applicantStages[own.stage]}。
              </Sentence>
            ) : null}
            {own ? <OwnWay own={own} /> : null}
            {!own && cultivating.length > 0 ? (
              <Sentence note="每半年至少考察一次，写清表现和不足">
                您联系培养 <Count of={cultivating.length} /> 名同志。
              </Sentence>
            ) : null}
            {cultivating.map((one) => (
              <Cultivating key={one.applicantId} one={one} />
            ))}
            {isKeeper && organizationId ? <NextSteps organizationId={organizationId} /> : null}
            {!own && cultivating.length === 0 && !isKeeper ? (
              <Empty title="没有您要办的" example="您联系培养林新禾，12月20日前考察。">
                递交入党申请以后，在这里看自己的进度；担任培养联系人的，在这里登记考察。
              </Empty>
            ) : null}
          </>
        )}
      </Answered>
    </SubPage>
  )
}
