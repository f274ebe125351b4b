import { by, locally } from './clauses.ts'
import { declare, number } from './declare.ts'

/** Dues in fen, their bases in yuan, rates in hundredths of a percent of the whole base; and the grades and shares of reviews. */
export const dues = [
  declare({
    key: 'dues.brackets',
    name: '在职党员党费比例（按全部基数）',
    unit: 'permyriad',
    shape: 'steps',
    tighter: 'none',
    seeds: [
      {
        value: [
          { upTo: 3000, value: 50 },
          { upTo: 5000, value: 100 },
          { upTo: 10_000, value: 150 },
          { upTo: null, value: 200 },
        ],
        ...by('dues'),
      },
    ],
  }),
  declare({
    key: 'dues.retired',
    name: '离退休党员党费比例（按全部基数）',
    unit: 'permyriad',
    shape: 'steps',
    tighter: 'none',
    seeds: [
      {
        value: [
          { upTo: 5000, value: 50 },
          { upTo: null, value: 100 },
        ],
        ...by('dues'),
      },
    ],
  }),
  number({
    key: 'dues.student',
    name: '学生、下岗、低收入党员每月党费',
    unit: 'fen',
    tighter: 'none',
    value: 20,
    ...by('dues'),
  }),
  number({
    key: 'dues.backpay.max',
    name: '补交党费上限',
    unit: 'months',
    tighter: 'lower',
    value: 6,
    ...by('dues'),
  }),
  number({
    key: 'dues.special_to_centre',
    name: '全额上缴的一次性特殊党费',
    unit: 'fen',
    tighter: 'none',
    value: 100_000,
    ...by('dues'),
  }),
  declare({
    key: 'star.branch.share',
    name: '星级支部比例（五星、四星、三星）',
    unit: 'percent',
    shape: 'words',
    tighter: 'none',
    seeds: [{ value: ['10', '40', '30'], ...locally('星级评定办法') }],
  }),
  declare({
    key: 'review.grades',
    name: '述职评议考核等次',
    unit: 'grades',
    shape: 'words',
    tighter: 'none',
    seeds: [
      {
        value: ['好', '较好', '一般', '差'],
        from: '2019-12-01',
        clause: '党委（党组）书记抓基层党建工作述职评议考核办法（试行）',
        mark: 'known',
      },
    ],
  }),
] as const
