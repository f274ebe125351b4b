import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Page } from '../../ui/Page.tsx'

export function HomePage() {
  return (
    <Page>
      <Sentence note="左侧是您可以办理的事项，顶部可以切换党组织">请从左侧选择要办的事。</Sentence>
    </Page>
  )
}
