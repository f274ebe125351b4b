import { applicantStages, ruleVersions } from '@zhixing/contract/development-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams } from '@tanstack/react-router'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Chronicle } from './Chronicle.tsx'
import styles from './Development.module.css'
import { Doings } from './Doings.tsx'
import { FileFacts } from './FileFacts.tsx'
import { NextStep } from './NextStep.tsx'
import { Recommended } from './Recommended.tsx'
import { Steps } from './Steps.tsx'
import { Subjects } from './Subjects.tsx'
import { Tasks } from './Tasks.tsx'
import { paperPathOf, type Shown } from './shown.ts'

/** One person's way: what is next, how far they are, and all that happened. */
export function CasePage() {
  const key = useParams({ from: '/shell/development/$unitId/$applicantId' })
  const answer = useAnswer('development.show', key)
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} />
            <div className={styles.columns}>
              <div>
                {shown.next ? <NextStep key={shown.next.step} shown={shown} /> : null}
                {shown.may.keep && shown.next ? <Doings shown={shown} /> : null}
                <Recommended shown={shown} />
                {shown.may.keep ? <Subjects shown={shown} /> : null}
                <Tasks shown={shown} />
                <Chronicle rows={shown.chronicle} path={paperPathOf(shown, 'chronicle')} />
              </div>
              <div>
                <FileFacts shown={shown} />
                <Steps steps={shown.steps} />
              </div>
            </div>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown }: { shown: Shown }) {
  const { name, stage, organizationName, ruleVersion, appliedOn, next, probationEnds } = shown
  const end = probationEnds && stage === 'probationary' ? `，预备期至 ${probationEnds}` : ''
  return (
    <Sentence
      note={`${organizationName}，${appliedOn} 递交申请，按${ruleVersions[ruleVersion]}办理${end}`}
      step={<LinkButton to="/development">全部对象</LinkButton>}
    >
      {name}：{applicantStages[stage]}
      {next ? (
        <>
          ，第 <Count of={next.number} stress={next.isLate} /> 步，共 25 步
        </>
      ) : null}
      。
    </Sentence>
  )
}
