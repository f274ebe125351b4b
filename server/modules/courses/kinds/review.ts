import { declareProcedure } from '../../procedures/index.ts'

const page = '/courses?open={id}'
const sentBack = { key: 'return', name: '退回修改', to: 'ended', needsReason: true } as const
const released = { key: 'publish', name: '发布', to: 'done' } as const

/** Somebody other than the author looks at it, and then it is there for those below. */
export const review = declareProcedure({
  kind: 'courseReview',
  name: '课程审核',
  page,
  steps: [
    { key: 'review', name: '审核', decidedBy: 'courses.review', outcomes: [released, sentBack] },
  ],
})

/** What every unit will see is looked at once more where all units are seen. */
export const sharing = declareProcedure({
  kind: 'courseSharing',
  name: '课程审核（全县共享）',
  page,
  steps: [
    {
      key: 'review',
      name: '审核',
      decidedBy: 'courses.review',
      outcomes: [{ key: 'pass', name: '通过，报县级', to: 'share' }, sentBack],
    },
    { key: 'share', name: '县级审核', decidedBy: 'courses.share', outcomes: [released, sentBack] },
  ],
})

/** A film comes about in stages; what is filmed is agreed before anybody films it. */
export const film = declareProcedure({
  kind: 'courseFilm',
  name: '电教片制作',
  page,
  steps: [
    {
      key: 'topic',
      name: '选题',
      decidedBy: 'courses.review',
      outcomes: [{ key: 'pass', name: '选题通过', to: 'script' }, sentBack],
    },
    {
      key: 'script',
      name: '脚本',
      decidedBy: 'courses.review',
      outcomes: [
        { key: 'pass', name: '脚本通过', to: 'shoot' },
        { key: 'again', name: '重新选题', to: 'topic', needsReason: true },
      ],
    },
    {
      key: 'shoot',
      name: '拍摄',
      decidedBy: 'courses.edit',
      outcomes: [{ key: 'cut', name: '成片送审', to: 'review' }],
    },
    {
      key: 'review',
      name: '审片',
      decidedBy: 'courses.review',
      outcomes: [
        { key: 'pass', name: '审片通过', to: 'publish' },
        { key: 'again', name: '补拍修改', to: 'shoot', needsReason: true },
      ],
    },
    {
      key: 'publish',
      name: '发布入库',
      decidedBy: 'courses.review',
      outcomes: [released, { key: 'again', name: '补拍修改', to: 'shoot', needsReason: true }],
    },
  ],
})
