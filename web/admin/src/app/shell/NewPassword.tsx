import { PasswordChange } from '@zhixing/kit/entry/PasswordChange.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Page } from '../../ui/Page.tsx'

/** A password that somebody else knows is changed before anything else is done. */
export function NewPassword() {
  return (
    <Page>
      <Sentence note="现在的密码是别人替您设的，换成只有您知道的之后就可以开始">
        请先换一个自己的密码。
      </Sentence>
      <PasswordChange />
    </Page>
  )
}
