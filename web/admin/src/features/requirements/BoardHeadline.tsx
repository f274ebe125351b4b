import { fullDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { requirementNames } from '@zhixing/contract/learning-words.ts'
import { useMay } from '../../app/me.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import type { Board } from './board.ts'
import { RemindButton } from './RemindButton.tsx'

export function BoardHeadline({ board }: { board: Board }) {
  const may = useMay()
  const { people, counts, gapMinutes, requirement } = board
  if (people + counts.excused === 0) return <NobodyYet board={board} />
  const late = counts.behind + counts.atRisk
  const isHours = requirement.measure === 'minutes'
  return (
    <Sentence
      note={<Note board={board} />}
      step={late > 0 && may('requirements.remind') ? <RemindButton board={board} /> : null}
    >
      应学 <Count of={people.toLocaleString('zh-CN')} /> 人，已达标{' '}
      <Count of={counts.met.toLocaleString('zh-CN')} /> 人
      {late > 0 ? (
        <>
          ，落后 <Count of={late.toLocaleString('zh-CN')} stress /> 人
          {isHours ? (
            <>
              ，到年底还差 <Count of={hours(gapMinutes)} /> 学时。
            </>
          ) : (
            '。'
          )}
        </>
      ) : (
        '，没有人落后。'
      )}
    </Sentence>
  )
}

function Note({ board }: { board: Board }) {
  const { organizationName, year, day, requirement, counts, dueNowMinutes } = board
  const now =
    requirement.measure === 'minutes' ? `，到这一天应达到 ${hours(dueNowMinutes)} 学时` : ''
  const beside = counts.excused > 0 ? `；另有 ${counts.excused} 人不作硬性要求` : ''
  return (
    <>
      {organizationName} · {year} 年度，截至 {fullDay(day)}
      {now}
      {beside}
      <br />
      {requirement.sentence}（{requirement.clause}）
    </>
  )
}

function NobodyYet({ board: { requirement, organizationName } }: { board: Board }) {
  if (requirement.key !== 'memberHours')
    return (
      <Empty title={`${organizationName}没有人适用这项要求`}>
        {requirement.sentence}（{requirement.clause}）。在“组织与党员”里登记职务和入党日期后，
        {requirementNames[requirement.key]}会自动列出该学的人。
      </Empty>
    )
  return (
    <Empty
      title="这里还没有党员"
      example="周梧桐 24.5 学时，按进度应到 22.8，接下来 9月25日 主题党日。"
      step={
        <LinkButton to="/members/import" primary>
          导入党员名册
        </LinkButton>
      }
    >
      这里一人一行，显示已学多少、现在该到多少、年底该到多少、接下来参加什么。
    </Empty>
  )
}
