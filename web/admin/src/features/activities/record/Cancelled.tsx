import { moment } from '@zhixing/kit/format/day.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import type { Activity } from '../state.ts'

export function Cancelled({ activity: { cancelled } }: { activity: Activity }) {
  if (!cancelled) return null
  return (
    <Empty
      title="这次活动已取消"
      step={<LinkButton to="/meetings/month">回到本月组织生活</LinkButton>}
    >
      {moment(cancelled.at)} 取消，原因：{cancelled.reason}。记录保留，不计入频次，也不记学时。
    </Empty>
  )
}
