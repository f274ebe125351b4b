import type { Kind } from '../rules/kind.ts'
import { number, text } from './questions.ts'

/** Training in the slack season: everybody at home, a target of hours for each. */
export const seasonal: Kind = {
  key: 'seasonal',
  purpose: '利用冬春农闲集中培训农村党员，每人达到规定学时。',
  phases: [
    { name: '动员准备', share: 15 },
    { name: '集中培训', share: 70 },
    { name: '总结考核', share: 15 },
  ],
  asks: [{ phase: 1, topic: 'collective', title: '集中学习培训', count: 2 }],
  returnForms: [
    {
      phase: 2,
      by: 'branch',
      form: {
        title: '冬春季集中培训回执',
        intro: '学时和人数由系统按台账计算，这里只报系统看不到的。',
        questions: [
          number('sessions', '举办培训的期数'),
          number('masses', '同时受益的群众人数'),
          number('crops', '推广实用技术的项数'),
          text('problems', '存在的困难和建议'),
        ],
      },
    },
  ],
  targetMinutes: 16 * 60,
  counting: 'centralized',
  needsSelfStudy: false,
  hasFindings: false,
  hasEntries: false,
}
