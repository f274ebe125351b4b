import type { EntryOf, Output } from '@zhixing/contract'
import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { ranks } from '@zhixing/contract/profile-words.ts'
import { cohorts, rosters, sexes, stages } from '@zhixing/contract/words.ts'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useColumns } from '../../ui/list/use-columns.ts'

export type MemberRow = Output<EntryOf<'members.list'>>['rows'][number]

const columns: Column<MemberRow>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '6rem',
    narrow: true,
    cell: ({ unitId, memberId, name }) => (
      <LineLink to={`/members/${unitId}/${memberId}`}>{name}</LineLink>
    ),
  },
  { key: 'sex', title: '性别', width: '2.5rem', spare: true, cell: ({ sex }) => sexes[sex] },
  {
    key: 'age',
    title: '年龄',
    width: '2.5rem',
    number: true,
    narrow: true,
    cell: ({ age }) => age,
  },
  {
    key: 'stage',
    title: '类别',
    width: '5rem',
    spare: true,
    cell: ({ stage }) => stages[stage],
  },
  { key: 'rank', rare: true, title: '职级', width: '8rem', cell: ({ rank }) => ranks[rank] },
  {
    key: 'organization',
    title: '所在党支部',
    width: 'minmax(8rem, 1.2fr)',
    narrow: true,
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'roster',
    title: '清单',
    width: '5rem',
    cell: ({ roster }) => rosters[roster],
  },
  {
    key: 'cohorts',
    title: '群体与标签',
    width: 'minmax(8rem, 1.2fr)',
    cell: ({ cohorts: own, tags }) =>
      [...tags, ...own.filter(isTelling).map((cohort) => cohorts[cohort])].join('、'),
  },
  { key: 'joined', title: '入党日期', width: '6.5rem', cell: ({ joinedOn }) => joinedOn },
  {
    key: 'education',
    rare: true,
    title: '学历',
    width: '6rem',
    cell: ({ education }) => educations[education] ?? education,
  },
  {
    key: 'ethnicity',
    rare: true,
    title: '民族',
    width: '4rem',
    cell: ({ ethnicity }) => ethnicities[ethnicity] ?? ethnicity,
  },
  { key: 'phone', title: '联系电话', width: '7rem', cell: ({ phone }) => phone },
  {
    key: 'idNumber',
    rare: true,
    title: '公民身份证号',
    width: '11rem',
    cell: ({ idNumber }) => idNumber,
  },
]

/** Beside age, stage and roster, which have columns of their own, these tell something new. */
function isTelling(cohort: MemberRow['cohorts'][number]): boolean {
  return !['youth', 'middleAged', 'old', 'probationary', 'floating', 'rural'].includes(cohort)
}

export function useMemberColumns() {
  return useColumns('members', columns)
}
