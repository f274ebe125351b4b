import { leaveReasons, posts, rosters, stages } from '@zhixing/contract/words.ts'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button, Dropdown, Space } from 'antd'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import type { Member } from './member.ts'

export function MemberHeadline({ member }: { member: Member }) {
  const { facts, age, standingYears, roster, posts: held, organizationNames } = member
  const post = held.map(({ post: one }) => posts[one]).join('、')
  if (member.leftOn)
    return (
      <Sentence note={organizationNames.join(' › ')}>
        {facts.name}，{member.leftOn} 移出名册
        {member.leftBecause ? `（${leaveReasons[member.leftBecause]}）` : ''}。
      </Sentence>
    )
  return (
    <Sentence note={organizationNames.join(' › ')} step={<Steps member={member} />}>
      {facts.name}，{age} 岁，{stages[facts.stage]}
      {standingYears === null ? '' : `，党龄 ${standingYears} 年`}
      {post ? `，${post}` : ''}，属{rosters[roster.roster]}。
    </Sentence>
  )
}

/** One thing first; what is rarer or weightier is behind it. */
function Steps({ member: { may } }: { member: Member }) {
  const change = useSearchChange()
  if (!may.change && !may.excuse) return null
  const items = [
    ...(may.change
      ? [
          { key: 'move', label: '调整支部' },
          { key: 'tag', label: '加标签' },
          { key: 'profile', label: '学员画像' },
          { key: 'grow', label: '新型农民成长记录' },
        ]
      : []),
    ...(may.excuse ? [{ key: 'excuse', label: '免作硬性要求' }] : []),
    ...(may.change ? [{ key: 'leave', label: '移出名册', danger: true }] : []),
  ]
  return (
    <Space.Compact>
      <Button type="primary" disabled={!may.change} onClick={() => change({ doing: 'change' })}>
        修改资料
      </Button>
      <Dropdown menu={{ items, onClick: ({ key }) => change({ doing: key }) }} trigger={['click']}>
        <Button>更多 ▾</Button>
      </Dropdown>
    </Space.Compact>
  )
}
