import { PasswordChange } from '@zhixing/kit/entry/PasswordChange.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useMe } from '../../app/me.ts'
import { Page, Section } from '../../ui/Page.tsx'

export function AccountPage() {
  const { name, organization } = useMe()
  return (
    <Page>
      <Sentence note={organization.name}>{name}的账号。</Sentence>
      <Section title="修改密码">
        <PasswordChange />
      </Section>
    </Page>
  )
}
