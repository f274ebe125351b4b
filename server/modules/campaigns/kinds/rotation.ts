import type { Kind } from '../rules/kind.ts'
import { number, text } from './questions.ts'

/** All members once round, branch by branch: together, and each alone with the reading list. */
export const rotation: Kind = {
  key: 'rotation',
  purpose: '以支部为单位把全体党员轮训一遍：集中学习与个人自学相结合。',
  phases: [
    { name: '集中学习', share: 50 },
    { name: '个人自学', share: 30 },
    { name: '交流验收', share: 20 },
  ],
  asks: [
    { phase: 0, topic: 'collective', title: '集中学习', count: 3 },
    { phase: 2, topic: 'seminar', title: '学习交流', count: 1 },
  ],
  returnForms: [
    {
      phase: 2,
      by: 'branch',
      form: {
        title: '支部轮训回执',
        intro: '轮训人数由系统按活动和自学计算。',
        questions: [
          number('absent', '因病、外出等没有参加的人数'),
          text('makeUp', '没有参加的人怎样补学'),
        ],
      },
    },
  ],
  targetMinutes: 8 * 60,
  counting: 'named',
  needsSelfStudy: true,
  hasFindings: false,
  hasEntries: false,
}
