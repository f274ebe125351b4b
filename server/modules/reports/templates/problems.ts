import type { Block } from '../table.ts'
import { chapter, existing, firstly, say, text } from './facts.ts'
import type { Facts, Pieces } from './facts.ts'

/** A weakness that the numbers show, and what follows from it; without the numbers neither is said. */
type Problem = {
  readonly isThere: (facts: Facts) => boolean
  readonly words: (facts: Facts) => Pieces
  readonly next: (facts: Facts) => Pieces
}

const problems: Problem[] = [
  {
    isThere: ({ number }) => number('hours.short') > 0,
    words: ({ figure, isOver }) =>
      isOver
        ? say`学时任务还没有全员完成。应参训党员中有${figure('hours.short')}名没有完成全年规定学时。`
        : say`学时进度不够均衡。应参训党员中还有${figure('hours.short')}名未完成全年规定学时。`,
    next: () =>
      say`补齐学时短板。逐人建立欠学台账，分类安排集中培训、补课和送学上门，做到缺什么补什么、补一人销一人。`,
  },
  {
    isThere: ({ number }) => number('hours.none') > 0,
    words: ({ figure }) =>
      say`参训覆盖还有空白。有${figure('hours.none')}名应参训党员尚未参加集中培训和集体学习。`,
    next: () => say`扩大参训覆盖。由所在支部逐一联系未参训党员，问清原因，明确参训时间。`,
  },
  {
    isThere: ({ number }) =>
      number('members.floating') > 0 &&
      number('training.floatingCoverage') < number('training.allCoverage'),
    words: ({ figure }) =>
      say`流动党员教育存在薄弱环节。流动党员${figure('members.floating')}名，参训覆盖率${figure('training.floatingCoverage')}，低于全体党员的${figure('training.allCoverage')}。`,
    next: () =>
      say`加强流动党员教育管理。落实联系人定期联系，通过线上参会、就近参加组织生活等方式，让流动党员离家不离党。`,
  },
  {
    isThere: ({ number }) => number('hours.secretaryShort') > 0,
    words: ({ figure }) =>
      say`书记和班子成员培训有欠账。有${figure('hours.secretaryShort')}名书记和班子成员未完成全年规定学时。`,
    next: () => say`抓实骨干培训。优先安排书记和班子成员参加上级轮训，年内补足学时。`,
  },
  {
    isThere: ({ number }) =>
      number('frequency.themeDayMissed') + number('frequency.memberMeetingMissed') > 0,
    words: ({ figure, number }) =>
      say`组织生活制度落实不够严格。${existing('，', [
        [
          number('frequency.themeDayMissed'),
          say`${figure('frequency.themeDayMissed')}个支部没有做到每月开展主题党日`,
        ],
        [
          number('frequency.memberMeetingMissed'),
          say`${figure('frequency.memberMeetingMissed')}个支部没有做到每季度召开党员大会`,
        ],
      ])}。`,
    next: () =>
      say`严格组织生活制度。按月排出计划、到期提醒、逾期约谈，对漏开的组织生活及时补开并如实记载。`,
  },
  {
    isThere: ({ number }) => number('attendance.absent') > 0,
    words: ({ figure, number }) =>
      say`个别党员参加组织生活不够经常。${existing('，', [
        [number('attendance.absent'), say`缺席${figure('attendance.absent')}人次`],
        [number('attendance.leave'), say`请假${figure('attendance.leave')}人次`],
      ])}。`,
    next: () => say`从严考勤管理。对无故缺席的及时谈话提醒，对请假缺课的安排补课。`,
  },
  {
    isThere: ({ number }) => number('activities.late') + number('attendance.late') > 0,
    words: ({ figure, number }) =>
      say`记录不够及时。${existing('，', [
        [number('activities.late'), say`迟办结记录${figure('activities.late')}份`],
        [number('attendance.late'), say`迟补记${figure('attendance.late')}人次`],
      ])}。`,
    next: () => say`规范工作记录。坚持当天开展、当天登记、按期办结，不搞事后补记。`,
  },
  {
    isThere: ({ number }) => number('organizations.small') + number('organizations.large') > 0,
    words: ({ figure, number }) =>
      say`支部设置有待优化。${existing('，', [
        [
          number('organizations.small'),
          say`正式党员不足3名的党支部${figure('organizations.small')}个`,
        ],
        [
          number('organizations.large'),
          say`党员超过50名的党支部${figure('organizations.large')}个`,
        ],
      ])}。`,
    next: () => say`优化支部设置。对规模过小、过大的支部逐一研究，稳妥做好联合组建、调整和分设。`,
  },
  {
    isThere: ({ number }) => number('organizations.overdueTerms') > 0,
    words: ({ figure }) =>
      say`换届工作不够及时。有${figure('organizations.overdueTerms')}个党组织任期届满尚未换届。`,
    next: () => say`抓好按期换届。建立任期台账，提前六个月启动换届准备。`,
  },
]

export function problemsAndNext(facts: Facts): Block[] {
  const found = problems.filter(({ isThere }) => isThere(facts))
  if (found.length === 0)
    return [
      chapter('存在问题'),
      text(['对照全年任务，各项指标均已达到要求。【待填：需要说明的其他问题，没有的删去】']),
      chapter('下步打算'),
      text(['一是巩固现有成果，保持学习培训和组织生活常态化。二是【待填：下一步的重点工作】']),
    ]
  return [
    chapter('存在问题'),
    text(firstly(found.map(({ words }) => words(facts)))),
    chapter('下步打算'),
    text(firstly(found.map(({ next }) => next(facts)))),
  ]
}
