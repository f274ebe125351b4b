import type { EntryOf, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { AskedBar } from './AskedBar.tsx'
import { GroupStrip } from './GroupStrip.tsx'
import { WaitingHours } from './WaitingHours.tsx'
import styles from './Groups.module.css'

type Gaps = Output<EntryOf<'requirements.gaps'>>
type Group = Omit<Gaps['cohorts'][number], 'cohort'>

/** Who is left out and who gets too little: cohorts and organizations, the worst first, each opening to its names. */
export function GapsPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/requirements/gaps' })
  const answer = useAnswer('requirements.gaps', { organizationId, ...search })
  return (
    <Page>
      <Answered answer={answer}>
        {(gaps) => (
          <>
            <Headline gaps={gaps} />
            <AskedBar search={search} />
            {gaps.people > 0 ? <Groups gaps={gaps} /> : <Nobody />}
            <WaitingHours />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ gaps }: { gaps: Gaps }) {
  const { counts, untrained, organizationName, year, requirement } = gaps
  return (
    <Sentence
      note={`${organizationName} · ${year} 年度 · ${requirement.sentence}（${requirement.clause}）`}
      step={
        counts.atRisk > 0 ? (
          <LinkButton to="/requirements?standing=atRisk" primary>
            看需补训的 {counts.atRisk.toLocaleString('zh-CN')} 人
          </LinkButton>
        ) : null
      }
    >
      漏训 <Count of={untrained.toLocaleString('zh-CN')} stress={untrained > 0} />{' '}
      人（一次也没有学），弱训{' '}
      <Count of={Math.max(0, counts.atRisk + counts.behind - untrained).toLocaleString('zh-CN')} />{' '}
      人（学了但落后）。
    </Sentence>
  )
}

function Groups({ gaps }: { gaps: Gaps }) {
  const { choose } = useOrganization()
  const navigate = useNavigate()
  const names = (search: object) =>
    void navigate({ to: '/requirements', search: (now) => ({ ...now, ...search }) })
  return (
    <div className={styles.columns}>
      <Section title="哪些群体" aside="一个人可以同在几个群体">
        <DataList
          label="群体缺口"
          columns={groupColumns('群体', ({ key }) => names({ cohort: key }))}
          rows={gaps.cohorts}
          keyOf={({ key }) => key}
        />
      </Section>
      <Section title="哪些组织" aside="落后比例高的在前">
        {gaps.organizations.length > 0 ? (
          <DataList
            label="组织缺口"
            columns={groupColumns('党组织', ({ key }) => {
              choose(key)
              names({})
            })}
            rows={gaps.organizations}
            keyOf={({ key }) => key}
          />
        ) : (
          <p>下面没有党组织，直接看名单。</p>
        )}
      </Section>
    </div>
  )
}

function groupColumns(title: string, open: (group: Group) => void): Column<Group>[] {
  return [
    {
      key: 'name',
      title,
      width: 'minmax(7rem, 12rem)',
      narrow: true,
      cell: (group) => (
        <Button type="link" className={styles.name ?? ''} onClick={() => open(group)} data-line>
          {group.name}
        </Button>
      ),
    },
    {
      key: 'strip',
      title: '达标 → 需补训',
      width: 'minmax(5rem, 1fr)',
      narrow: true,
      cell: (group) => <GroupStrip {...group} />,
    },
    {
      key: 'people',
      title: '应学',
      width: '3.5rem',
      number: true,
      cell: ({ people }) => people.toLocaleString('zh-CN'),
    },
    {
      key: 'untrained',
      title: '漏训',
      width: '3.5rem',
      number: true,
      narrow: true,
      cell: ({ untrained }) => untrained || '—',
    },
    {
      key: 'mean',
      title: '人均',
      width: '3.5rem',
      number: true,
      cell: ({ people, doneMinutes }) => (people === 0 ? '—' : hours(doneMinutes / people)),
    },
  ]
}

function Nobody() {
  return (
    <Empty
      title="没有人适用这项要求"
      example="离退休党员 38 人，漏训 6 人，人均 11.5 学时。"
      step={<LinkButton to="/members/import">导入党员名册</LinkButton>}
    >
      这里找出漏训和弱训的群体与组织，点名字看是哪些人，再一键提醒。
    </Empty>
  )
}
