import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'

export function TodayPage() {
  return <Sentence>请从下方选择要办的事。</Sentence>
}
