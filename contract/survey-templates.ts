/** Ready-made questionnaires; whoever takes one may change every word of it. */
import type { FormDefinition, Question } from './form-shapes.ts'
import type { surveyKinds } from './survey-words.ts'

type Facts = Partial<Question> & Pick<Question, 'id' | 'kind' | 'title'>

function ask(facts: Facts): Question {
  const plain = { hint: '', options: [], rows: [], min: null, max: null, isRequired: true }
  return { ...plain, showIf: null, score: null, key: [], ...facts }
}

function choose(
  id: string,
  title: string,
  texts: readonly string[],
  facts: Partial<Question> = {},
) {
  const options = texts.map((text, at) => ({ id: `${id}-${at + 1}`, text }))
  return ask({ id, kind: 'single', title, options, ...facts })
}

const say = (id: string, title: string, facts: Partial<Question> = {}) =>
  ask({ id, kind: 'text', title, isRequired: false, ...facts })

const marks = (id: string, title: string, top: number) =>
  ask({ id, kind: 'scale', title, min: 1, max: top, score: top })

/** One school scores each lesson on five items of twenty. */
const lesson: FormDefinition = {
  title: '课程评估',
  intro: '五项各 20 分，请按听课的感受打分。',
  questions: [
    marks('relevance', '针对性：讲的是不是我们需要的', 20),
    marks('theory', '理论性：道理讲透了没有', 20),
    marks('information', '信息量：有没有新东西', 20),
    marks('expression', '表达：听得清、听得懂', 20),
    marks('manner', '教风：备课和上课认真', 20),
    say('advice', '对这堂课的建议'),
  ],
}

const trainingClass: FormDefinition = {
  title: '培训班评估',
  intro: '各项 10 分。您的意见用来改进下一期。',
  questions: [
    marks('courses', '课程设置', 10),
    marks('lecturers', '授课老师', 10),
    marks('organization', '组织管理', 10),
    marks('materials', '学习资料', 10),
    marks('venue', '教学场地', 10),
    marks('logistics', '食宿交通', 10),
    marks('gain', '学习收获', 10),
    say('best', '收获最大的一课'),
    say('advice', '意见和建议'),
  ],
}

const needs: FormDefinition = {
  title: '党员教育培训需求调研',
  intro: '您想学什么、怎么学，决定明年的培训计划。',
  questions: [
    choose(
      'topics',
      '明年最想学的内容',
      ['党的创新理论', '党史国史', '党章党规党纪', '基层治理', '实用技术', '电商直播', '其他'],
      { kind: 'multiple', max: 3, hint: '最多三项' },
    ),
    say('other', '想学的其他内容', {
      isRequired: true,
      showIf: { questionId: 'topics', anyOf: ['topics-7'] },
    }),
    choose('way', '最方便的学习方式', ['集中培训', '支部学习', '网上学习', '送学上门', '现场教学']),
    choose('time', '一次学多久合适', ['半天', '一天', '两三天', '晚上一两小时']),
    say('advice', '对教育培训的意见和建议'),
  ],
}

const opinion: FormDefinition = {
  title: '征求意见',
  intro: '',
  questions: [
    choose('view', '总体评价', ['很好', '较好', '一般', '不好']),
    say('why', '不满意的地方', {
      isRequired: true,
      showIf: { questionId: 'view', anyOf: ['view-3', 'view-4'] },
    }),
    say('advice', '意见和建议'),
  ],
}

const satisfaction: FormDefinition = {
  title: '教育培训满意度',
  intro: '各项 10 分。',
  questions: [
    marks('content', '学习内容', 10),
    marks('form', '学习形式', 10),
    marks('frequency', '次数和时间安排', 10),
    marks('help', '对工作和生活的帮助', 10),
    say('advice', '意见和建议'),
  ],
}

const workResult: FormDefinition = {
  title: '学用反馈：学了以后做成了什么',
  intro: '写真事，没有用上也可以照实说。',
  questions: [
    choose('used', '所学用到工作和生活中没有', [
      '用上了，有效果',
      '用上了，效果不明显',
      '还没有用上',
    ]),
    say('what', '做了什么事、有什么效果', {
      isRequired: true,
      showIf: { questionId: 'used', anyOf: ['used-1', 'used-2'] },
    }),
    ask({
      id: 'people',
      kind: 'number',
      title: '带动或服务了多少人',
      min: 0,
      max: 100_000,
      isRequired: false,
      showIf: { questionId: 'used', anyOf: ['used-1'] },
    }),
    say('why', '没有用上的原因', { showIf: { questionId: 'used', anyOf: ['used-3'] } }),
    marks('worth', '这次学习对工作的帮助', 10),
  ],
}

const headings = [
  ['politics', '政治合格', '信念坚定、对党忠诚，在大是大非面前站得稳'],
  ['discipline', '执行纪律合格', '知规矩、守纪律，按时参加组织生活、交纳党费'],
  ['virtue', '品德合格', '公道正派、家风良好、群众认可'],
  ['service', '发挥作用合格', '在岗位上、在急难险重时站得出来'],
] as const

const selfCheck: FormDefinition = {
  title: '“四个合格”对照自查',
  intro: '逐条对照，先自己评，再由支部评。',
  questions: headings.flatMap(([id, title, hint]) => [
    choose(id, title, ['合格', '还有差距'], { hint }),
    say(`${id}-gap`, `${title}：差距在哪里、怎么改`, {
      isRequired: true,
      showIf: { questionId: id, anyOf: [`${id}-2`] },
    }),
  ]),
}

export const surveyTemplates: Readonly<Record<keyof typeof surveyKinds, FormDefinition>> = {
  needs,
  opinion,
  satisfaction,
  lesson,
  class: trainingClass,
  workResult,
  selfCheck,
}
