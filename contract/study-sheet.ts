/** 旁听记录表: what an observer says of a sitting. No zod here. */
import type { FormDefinition, Question } from './form-shapes.ts'
import { observationGrades } from './study-words.ts'

function asked(question: Pick<Question, 'id' | 'kind' | 'title'> & Partial<Question>): Question {
  const free = { hint: '', options: [], rows: [], min: null, max: null, showIf: null, score: null }
  return { ...free, key: [], isRequired: true, ...question }
}

const scaled = (id: string, title: string, hint: string) =>
  asked({ id, kind: 'scale', title, hint, min: 1, max: 5 })

/** What makes up the mark: five is the best. */
export const scaledQuestions = ['theme', 'preparation', 'practice', 'materials'] as const

export const observationSheet: FormDefinition = {
  title: '中心组学习旁听记录表',
  intro: '按实际情况打分，5 分最好；建议写给中心组。',
  questions: [
    scaled('theme', '主题是否切合', '是否对应年度计划和上级要求的学习内容'),
    scaled('preparation', '准备是否充分', '材料提前发、发言有提纲'),
    asked({
      id: 'leaderPresent',
      kind: 'single',
      title: '组长是否到会主持',
      options: [
        { id: 'yes', text: '到会主持' },
        { id: 'deputy', text: '委托他人主持' },
        { id: 'no', text: '没有到会' },
      ],
    }),
    asked({
      id: 'discussion',
      kind: 'number',
      title: '研讨占多少时间（%）',
      hint: '研讨交流占全部时间的百分比',
      min: 0,
      max: 100,
    }),
    scaled('practice', '是否联系实际', '结合本地本部门工作，有措施'),
    scaled('materials', '资料是否齐全', '通知、签到、记录、发言材料'),
    asked({
      id: 'overall',
      kind: 'single',
      title: '总体评价',
      options: Object.entries(observationGrades).map(([id, text]) => ({ id, text })),
    }),
    asked({
      id: 'advice',
      kind: 'text',
      title: '意见建议',
      hint: '写明好的做法和要改进的地方',
      max: 1000,
    }),
  ],
}
