import type { EntryOf, Output } from '@zhixing/contract'
import { educations } from '@zhixing/contract/codes.ts'
import { applicantStages } from '@zhixing/contract/development-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'

export type Candidate = Output<EntryOf<'development.reserve'>>['rows'][number]

const name: Column<Candidate> = {
  key: 'name',
  title: '姓名',
  width: '7rem',
  narrow: true,
  cell: ({ unitId, applicantId, name: shown }) => (
    <LineLink to={`/development/${unitId}/${applicantId}`}>{shown}</LineLink>
  ),
}
const points: Column<Candidate> = {
  key: 'points',
  title: '积分',
  width: '4.5rem',
  number: true,
  narrow: true,
  cell: (one) => one.points,
}
const education: Column<Candidate> = {
  key: 'education',
  title: '学历',
  width: '8rem',
  cell: (one) => educations[one.education] ?? '',
}
const age: Column<Candidate> = {
  key: 'age',
  title: '年龄',
  width: '4.5rem',
  number: true,
  cell: (one) => one.age,
}

/** Who somebody is and what they can do. */
export const reserveColumns: Column<Candidate>[] = [
  name,
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'stage',
    title: '阶段',
    width: '7rem',
    narrow: true,
    cell: ({ stage }) => applicantStages[stage],
  },
  education,
  age,
  { key: 'work', title: '岗位', width: '8rem', cell: ({ occupation }) => occupation || '—' },
  {
    key: 'abilities',
    title: '能力',
    width: 'minmax(8rem, 1fr)',
    spare: true,
    cell: ({ abilities }) => abilities.join('、') || '—',
  },
  points,
]

/** What somebody has done since they became an activist, side by side with others. */
export const comparisonColumns: Column<Candidate & { isChosen: boolean }>[] = [
  name,
  points,
  {
    key: 'chosen',
    title: '推荐情况',
    width: '7rem',
    narrow: true,
    cell: ({ isChosen }) => (isChosen ? '已列为对象' : '待择优'),
  },
  {
    key: 'since',
    title: '积极分子',
    width: '9rem',
    cell: ({ since }) => (since ? `${since} 起` : '—'),
  },
  count('inspections', '考察'),
  count('thoughts', '思想汇报'),
  count('activities', '参加活动'),
  {
    key: 'service',
    title: '志愿服务',
    width: '6rem',
    number: true,
    cell: ({ serviceMinutes }) => `${hours(serviceMinutes)} 小时`,
  },
  {
    key: 'tasks',
    title: '培养任务',
    width: '6rem',
    cell: ({ tasks, tasksDone }) => (tasks === 0 ? '—' : `${tasksDone}/${tasks}`),
  },
  education,
  age,
]

function count(key: 'inspections' | 'thoughts' | 'activities', title: string): Column<Candidate> {
  return { key, title, width: '5.5rem', number: true, cell: (one) => one[key] }
}
