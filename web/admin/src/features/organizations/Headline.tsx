import { organizationKinds } from '@zhixing/contract/words.ts'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { daySaid } from '../../format/day-said.ts'
import { Actions } from './Actions.tsx'
import type { Shown } from './types.ts'

/** How it stands with the organization, in one line. */
export function Headline({ shown }: { shown: Shown }) {
  const { organization, counts, holders, checks } = shown
  const { name, kind, dissolvedOn, categoryCode } = organization
  const secretary = holders.find(({ post }) => post === 'secretary')
  const wrong = checks.filter(({ severity }) => severity === 'late' || severity === 'wrong').length
  const note = `${organizationKinds[kind]}${categoryCode ? `（${categoryCode}）` : ''}`
  if (dissolvedOn)
    return (
      <Sentence note={`${note}，只能查看`}>
        {name}已于 {daySaid(dissolvedOn)} 撤销。
      </Sentence>
    )
  return (
    <Sentence note={note} step={<Actions shown={shown} />}>
      {name}有党员 <Count of={counts.members.toLocaleString('zh-CN')} /> 名
      {counts.probationary > 0 ? `（预备 ${counts.probationary.toLocaleString('zh-CN')} 名）` : ''}
      {counts.branches > 1 ? (
        <>
          、支部 <Count of={counts.branches.toLocaleString('zh-CN')} /> 个
        </>
      ) : null}
      ，{secretary ? `书记${secretary.memberName}` : '没有登记书记'}，
      {wrong > 0 ? (
        <>
          设置上有 <Count of={wrong} stress /> 处要办。
        </>
      ) : (
        '设置符合规定。'
      )}
    </Sentence>
  )
}
