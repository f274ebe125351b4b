import type { Kind } from '../rules/kind.ts'
import { number, text } from './questions.ts'

/** Lessons given and sent in, judged on their way up, the best of them shown to everybody. */
export const lessons: Kind = {
  key: 'lessons',
  purpose: '人人讲党课：支部开讲、逐级推荐、评选展播，把好党课送到党员身边。',
  phases: [
    { name: '开讲和征集', share: 50 },
    { name: '逐级评选', share: 30 },
    { name: '展播运用', share: 20 },
  ],
  asks: [{ phase: 0, topic: 'openLesson', title: '公开党课', count: 1 }],
  returnForms: [
    {
      phase: 2,
      by: 'committee',
      form: {
        title: '党课开讲啦活动回执',
        intro: '作品和评选结果由系统汇总。',
        questions: [number('listeners', '听课的党员群众人次'), text('use', '优秀党课怎样运用')],
      },
    },
  ],
  targetMinutes: null,
  counting: 'named',
  needsSelfStudy: false,
  hasFindings: false,
  hasEntries: true,
}
