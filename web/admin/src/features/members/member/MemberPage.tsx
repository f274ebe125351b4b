import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useParams, useSearch } from '@tanstack/react-router'
import { Page, Section } from '../../../ui/Page.tsx'
import { PastLife } from '../../transfers/PastLife.tsx'
import { MemberFactsView } from './MemberFactsView.tsx'
import { MemberHeadline } from './MemberHeadline.tsx'
import { MemberHistory } from './MemberHistory.tsx'
import { MemberPanel } from './MemberPanel.tsx'
import { MemberProfile } from './MemberProfile.tsx'
import { MemberStanding } from './MemberStanding.tsx'

/** Who somebody is, where they stand and why, and how it came about. */
export function MemberPage() {
  const key = useParams({ from: '/shell/members/$unitId/$memberId' })
  const { doing } = useSearch({ from: '/shell/members/$unitId/$memberId' })
  const answer = useAnswer('members.show', key)
  return (
    <Page>
      <Answered answer={answer}>
        {(member) => (
          <>
            <MemberHeadline member={member} />
            <MemberStanding member={member} />
            <MemberProfile member={member} />
            <Section title="资料">
              <MemberFactsView member={member} />
            </Section>
            <MemberHistory memberKey={key} />
            <PastLife memberKey={key} />
            {doing ? <MemberPanel member={member} doing={doing} /> : null}
          </>
        )}
      </Answered>
    </Page>
  )
}
