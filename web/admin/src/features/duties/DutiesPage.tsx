import { monthDay } from '@zhixing/kit/format/day.ts'
import { dutyLevels } from '@zhixing/contract/duty-words.ts'
import { posts, sectors } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { DutyBar } from './DutyBar.tsx'
import { DutyPanel } from './DutyPanel.tsx'
import { DutyState, SigningMark } from './DutyState.tsx'
import { SignButton } from './SignButton.tsx'
import styles from './Duties.module.css'
import type { Item, Sheet, Shown } from './duty.ts'

/** Who answers for what in this organization, whether they signed, and what is late. */
export function DutiesPage() {
  const { organizationId } = useOrganization()
  const { year } = useSearch({ from: '/shell/duties' })
  const answer = useAnswer('duties.sheet', { organizationId, ...(year ? { year } : {}) })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} />
            <DutyBar year={year} />
            {shown.sheets.length === 0 ? <NoDuties /> : null}
            {shown.sheets.map((one) => (
              <SheetSection key={one.post} sheet={one} isOwn={shown.own.includes(one.post)} />
            ))}
            <DutyPanel shown={shown} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown }: { shown: Shown }) {
  const { organizationName, level, tier, sector, year, counts } = shown
  const sort = [
    level ? dutyLevels[level] : '不在三级责任之内',
    tier ? `${tier} 级` : '未分级',
    sectors[sector],
  ].join(' · ')
  return (
    <Sentence note={`${organizationName} · ${year} 年度 · ${sort}`}>
      责任 <Count of={counts.items} /> 项，已完成 <Count of={counts.done} /> 项
      {counts.overdue > 0 ? (
        <>
          ，逾期 <Count of={counts.overdue} stress /> 项
        </>
      ) : null}
      {counts.unsigned > 0 ? (
        <>
          ，<Count of={counts.unsigned} /> 个岗位未签收
        </>
      ) : null}
      。
    </Sentence>
  )
}

const columns: Column<Item>[] = [
  {
    key: 'title',
    title: '责任事项',
    width: 'minmax(12rem, 2fr)',
    narrow: true,
    cell: ({ templateId, period, title }) => (
      <LineLink open={`${templateId}:${period}`}>{title}</LineLink>
    ),
  },
  { key: 'period', title: '时段', width: '6rem', cell: ({ periodLabel }) => periodLabel },
  { key: 'dueOn', title: '完成时限', width: '7rem', cell: ({ dueOn }) => monthDay(dueOn) },
  {
    key: 'evidence',
    title: '佐证',
    width: '5rem',
    cell: ({ record, needsEvidence }) => evidenceOf(record?.files.length ?? 0, needsEvidence),
  },
  {
    key: 'state',
    title: '状态',
    width: '7rem',
    narrow: true,
    cell: ({ state }) => <DutyState state={state} />,
  },
]

function evidenceOf(files: number, needsEvidence: boolean): string {
  if (files > 0) return `${files} 份`
  return needsEvidence ? '须附' : '—'
}

function SheetSection({ sheet, isOwn }: { sheet: Sheet; isOwn: boolean }) {
  const { post, holder, signing, signatures, items } = sheet
  return (
    <Section
      title={`${posts[post]}${holder ? ` ${holder.name}` : ''}`}
      aside={
        <>
          <SigningMark signing={signing} />{' '}
          {isOwn && signing !== 'signed' ? <SignButton post={post} signing={signing} /> : null}
        </>
      }
    >
      <DataList
        label={`${posts[post]}的责任事项`}
        columns={columns}
        rows={items}
        keyOf={({ templateId, period }) => `${templateId}:${period}`}
      />
      <ul className={styles.signatures}>
        {signatures.map(({ memberName, signedAt, fromName, openItems, note }) => (
          <li key={signedAt}>
            {signedAt.slice(0, 10)} {memberName}签收
            {fromName ? `，自${fromName}接任，交接时未完成 ${openItems.length} 项` : ''}
            {openItems.length > 0 ? `：${openItems.join('、')}` : ''}
            {note ? `（${note}）` : ''}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function NoDuties() {
  return (
    <Empty
      title="这一年还没有责任条目"
      example="“每季度专题研究一次党员教育”，支部书记负责，季度末前完成并附会议记录。"
      step={<LinkButton to="/duties/templates">看责任条目</LinkButton>}
    >
      上级或本级定下责任条目后，按组织层级、分级和领域自动列到这里，由任职的人签收、按期完成。
    </Empty>
  )
}
