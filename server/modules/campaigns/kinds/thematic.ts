import type { Kind } from '../rules/kind.ts'
import { number, single, text } from './questions.ts'

/** A thematic campaign of the whole Party: study, look at oneself, put right, sum up. */
export const thematic: Kind = {
  key: 'thematic',
  purpose: '集中学习、检视问题、整改落实，党员全员参加，党员领导干部带头。',
  phases: [
    { name: '学习研讨', share: 40 },
    { name: '检视整改', share: 40 },
    { name: '总结提高', share: 20 },
  ],
  asks: [
    { phase: 0, topic: 'seminar', title: '专题学习研讨', count: 2 },
    { phase: 0, topic: 'secretaryLesson', title: '书记讲专题党课', count: 1 },
    { phase: 0, topic: 'story', title: '讲故事学理论', count: 1 },
    { phase: 1, topic: 'practice', title: '“我为群众办实事”实践活动', count: 1 },
    { phase: 2, topic: 'democratic', title: '专题组织生活会', count: 1 },
  ],
  returnForms: [
    {
      phase: 0,
      by: 'branch',
      form: {
        title: '学习研讨阶段回执',
        intro: '各支部在阶段结束前报送，数字由上级自动汇总。',
        questions: [
          number('people', '参加专题学习研讨的党员人数'),
          number('speakers', '作交流发言的人次'),
          single('effect', '学习研讨的效果', ['好', '较好', '一般', '差']),
          text('practice', '主要做法和体会'),
        ],
      },
    },
    {
      phase: 2,
      by: 'committee',
      form: {
        title: '集中教育总结回执',
        intro: '各党委（党总支）在结束前报送。',
        questions: [
          number('deeds', '为群众办实事的件数'),
          number('rules', '建立完善制度的项数'),
          text('summary', '总的情况和长效办法'),
        ],
      },
    },
  ],
  targetMinutes: null,
  counting: 'named',
  needsSelfStudy: false,
  hasFindings: true,
  hasEntries: false,
}
