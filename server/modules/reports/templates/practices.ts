import type { Block } from '../table.ts'
import { existing, firstly, say, section, text } from './facts.ts'
import type { Facts, Pieces } from './facts.ts'

/** 主要做法及成效: what was done, told by the numbers; what did not happen is not spoken of. */

export function roster({ figure, number }: Facts): Block[] {
  const persons = (id: string, name: string) =>
    [number(`members.${id}`), say`${name}${figure(`members.${id}`)}名`] as const
  const ranks = existing('、', [persons('full', '正式党员'), persons('probationary', '预备党员')])
  const groups = existing('，', [
    persons('women', '女党员'),
    persons('young', '35岁及以下'),
    persons('elderly', '61岁及以上'),
    persons('college', '大专及以上学历'),
  ])
  const growth = existing('、', [
    [number('members.admitted'), say`接收预备党员${figure('members.admitted')}人`],
    [number('members.confirmed'), say`预备党员转正${figure('members.confirmed')}人`],
  ])
  return [
    section('摸清队伍底数，夯实教育管理基础'),
    text([
      ...say`现有党员${figure('members.all')}名，其中${ranks}${groups.length > 0 ? ['；', ...groups] : []}。`,
      ...(growth.length > 0 ? say`坚持标准、严格程序，${growth}。` : []),
    ]),
  ]
}

/** Where it stands in the tree decides which organizations a committee speaks of. */
export function organizations({ figure, number }: Facts): Block {
  const kinds = existing('、', [
    // A committee that has none below it would only count itself.
    [
      number('organizations.committees') - 1,
      say`党委（党工委、党组）${figure('organizations.committees')}个`,
    ],
    [
      number('organizations.generalBranches'),
      say`党总支${figure('organizations.generalBranches')}个`,
    ],
    [1, say`党支部${figure('organizations.branches')}个`],
  ])
  return text(say`按照应建尽建的要求健全组织体系，现有${kinds}，党员教育管理的责任落实到每个支部。`)
}

export function study({ figure, number }: Facts): Block[] {
  const reached = number('training.allPersons') > 0
  const points: (Pieces | undefined)[] = [
    reached
      ? say`抓覆盖。组织党员参加集中培训和集体学习${figure('training.allPersonTimes')}人次，参训党员${figure('training.allPersons')}人，应参训党员参训覆盖率${figure('training.allCoverage')}。`
      : undefined,
    reached
      ? say`抓学时。应参训党员${figure('hours.due')}名，人均学习${figure('hours.mean')}学时，已完成全年规定学时的${figure('hours.met')}名，占${figure('hours.metShare')}；累计取得${figure('hours.total')}学时，其中集中培训${figure('hours.centralized')}学时。`
      : undefined,
    leaders({ figure, number }),
    number('hours.homeDelivery') > 0 || number('members.excused') > 0
      ? care({ figure, number })
      : undefined,
  ]
  if (points.every((point) => point === undefined)) return []
  return [section('抓实学习培训，提升党员能力素质'), text(firstly(points))]
}

function leaders({ figure, number }: Pick<Facts, 'figure' | 'number'>): Pieces | undefined {
  if (number('training.officersPersonTimes') === 0) return undefined
  return say`抓骨干。党组织书记和班子成员参加学习培训${figure('training.officersPersonTimes')}人次，人均${figure('hours.secretaryMean')}学时。`
}

function care({ figure, number }: Pick<Facts, 'figure' | 'number'>): Pieces {
  const excused = say`对年老体弱、行动不便等不作硬性要求的党员${figure('members.excused')}名，`
  const visits = say`送学上门${figure('hours.homeDelivery')}人次。`
  if (number('members.excused') === 0) return say`抓关怀。${visits}`
  return number('hours.homeDelivery') > 0
    ? say`抓关怀。${excused}${visits}`
    : say`抓关怀。${excused}逐人登记造册，纳入送学上门名单。`
}

export function life({ figure, number }: Facts): Block[] {
  if (number('activities.all') === 0) return []
  const kinds = [
    ['themeDays', '主题党日'],
    ['memberMeetings', '党员大会'],
    ['committeeMeetings', '支委会'],
    ['groupMeetings', '党小组会'],
    ['lectures', '党课'],
  ] as const
  const held = existing(
    '、',
    kinds.map(([id, name]) => [
      number(`activities.${id}`),
      say`${name}${figure(`activities.${id}`)}次`,
    ]),
  )
  const ways = existing('、', [
    [number('activities.field'), say`现场教学${figure('activities.field')}次`],
    [number('attendance.remote'), say`线上参会${figure('attendance.remote')}人次`],
    [number('attendance.makeUps'), say`补课${figure('attendance.makeUps')}人次`],
  ])
  const talks = existing(
    '、',
    (
      [
        ['type.history', '党史宣讲'],
        ['by.secretary', '书记讲'],
        ['by.leader', '上级领导干部讲'],
        ['by.model', '先模人物讲'],
        ['by.frontline', '一线党员讲'],
      ] as const
    ).map(([id, name]) => [number(`lectures.${id}`), say`${name}${figure(`lectures.${id}`)}场`]),
  )
  return [
    section('严肃组织生活，推动制度落实落细'),
    text(
      firstly([
        say`抓规范。开展组织生活${figure('activities.all')}次，其中${held}，到会${figure('attendance.present')}人次，平均到会率${figure('attendance.rate')}。`,
        number('activities.lecturers') > 0
          ? say`抓党课。${figure('activities.lecturers')}人走上讲台讲党课${figure('activities.lectures')}次${talks.length > 0 ? say`，其中${talks}` : []}。`
          : undefined,
        ways.length > 0 ? say`抓方式。把学习教育延伸到一线和网上，${ways}。` : undefined,
      ]),
    ),
  ]
}

/** What only people know; the report cannot be signed while it stands there. */
export function own(): Block[] {
  return [
    section('立足实际创新，打造特色做法'),
    text(['【待填：本单位的特色做法和典型事例，没有的删去本段】']),
  ]
}
