import type { EntryOf, Output } from '@zhixing/contract'
import { PasswordChange } from '@zhixing/kit/entry/PasswordChange.tsx'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useMe } from '../../app/me.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Sessions } from './Sessions.tsx'
import { Totp } from './Totp.tsx'

type Own = Output<EntryOf<'accounts.sessions'>>

/** Where one is signed in, and with what. */
export function AccountPage() {
  const answer = useAnswer('accounts.sessions', {})
  return (
    <Page>
      <Answered answer={answer}>{(own) => <Account own={own} />}</Answered>
    </Page>
  )
}

function Account({ own }: { own: Own }) {
  const { organization } = useMe()
  const { login, hasTotp, passwordSetAt, rows } = own
  return (
    <>
      <Sentence note={`登录名 ${login} · ${organization.name}`}>
        您在 <Count of={rows.length} /> 台设备上登录着。
      </Sentence>
      <Section title="登录着的设备" aside="不认识的，请让它退出并修改密码">
        <Sessions rows={rows} />
      </Section>
      <Section title="动态口令" aside={hasTotp ? '已绑定' : '未绑定'}>
        <Totp hasTotp={hasTotp} />
      </Section>
      <Section title="密码" aside={passwordSetAt ? `上次修改 ${moment(passwordSetAt)}` : undefined}>
        <PasswordChange />
      </Section>
    </>
  )
}
