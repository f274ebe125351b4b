import type { lecturerOrigins, titleRanks } from '@zhixing/contract/resource-words.ts'
import { newId } from '../kernel/ids.ts'
import type { resourceItems } from '../modules/resources/table.ts'

export type DemoResource = {
  readonly kind: 'lecturer' | 'room' | 'base' | 'kit'
  readonly type: string
  readonly name: string
  readonly feature?: string
  readonly isShared?: boolean
  readonly isRed?: boolean
  readonly seats?: number
  readonly latitude?: number
  readonly longitude?: number
  readonly honour?: string
  readonly origin?: keyof typeof lecturerOrigins
  readonly rank?: keyof typeof titleRanks
}

const at = (latitude: number, longitude: number) => ({ latitude, longitude })

/** What an invented county could have; the names are nobody's and the places are on no map. */
export const demoResources: readonly DemoResource[] = [
  { kind: 'room', type: 'lessonStudy', name: '禾岭党课书房', seats: 60, ...at(30.31, 110.42) },
  { kind: 'room', type: 'cadreAcademy', name: '禾岭干部学院', seats: 300, ...at(30.29, 110.47) },
  { kind: 'room', type: 'classroom', name: '干部学院一号教室', seats: 80 },
  { kind: 'room', type: 'serviceCentre', name: '县党群服务中心', seats: 120, ...at(30.32, 110.45) },
  {
    kind: 'lecturer',
    type: 'theory',
    name: '程若川',
    feature: '党的创新理论',
    rank: 'senior',
    honour: '百优名师',
  },
  { kind: 'lecturer', type: 'economy', name: '鲁望禾', feature: '县域经济与乡村产业' },
  { kind: 'lecturer', type: 'society', name: '贺时雨', feature: '基层治理', origin: 'leader' },
  {
    kind: 'lecturer',
    type: 'technology',
    name: '苗大田',
    feature: '茶园管护技术',
    origin: 'practitioner',
  },
  {
    kind: 'lecturer',
    type: 'model',
    name: '石守岭',
    feature: '我当支书这些年',
    origin: 'secretary',
  },
  {
    kind: 'base',
    type: 'openBase',
    name: '红溪开放式组织生活基地',
    feature: '重走红溪送粮路',
    isRed: true,
    seats: 80,
    honour: '十佳基层党建阵地',
    ...at(30.38, 110.52),
  },
  {
    kind: 'base',
    type: 'openBase',
    name: '云茶开放式组织生活基地',
    feature: '茶园里的产业党课',
    seats: 60,
    ...at(30.24, 110.36),
  },
  {
    kind: 'base',
    type: 'formerSite',
    name: '岭上旧址馆',
    feature: '岭上会议旧址',
    isRed: true,
    seats: 50,
    ...at(30.41, 110.44),
  },
  {
    kind: 'base',
    type: 'memorialPark',
    name: '松坡纪念园',
    feature: '祭扫与宣誓',
    isRed: true,
    seats: 200,
    ...at(30.35, 110.58),
  },
  {
    kind: 'base',
    type: 'warningBase',
    name: '清风警示教育基地',
    feature: '身边案例',
    seats: 40,
    ...at(30.27, 110.5),
  },
  {
    kind: 'base',
    type: 'startUpBase',
    name: '禾下农民大学生创业基地',
    feature: '返乡青年与电商',
    seats: 45,
    ...at(30.21, 110.43),
  },
  { kind: 'kit', type: 'kit', name: '便携音响' },
]

type NewItem = typeof resourceItems.$inferInsert

/** Two courses of a lecturer, or a menu in four categories; some bases still lack a few. */
export function demoItems(
  resource: {
    readonly unitId: string
    readonly id: string
    readonly kind: string
    readonly type: string
    readonly feature: string
  },
  index: number,
): NewItem[] {
  const { unitId, id, kind, type, feature } = resource
  const lines = kind === 'lecturer' ? coursesOf(feature) : menuOf(feature)
  const shown = kind === 'base' && type !== 'openBase' ? lines.slice(0, 1 + (index % 3)) : lines
  return shown.map(([category, form, title, minutes]) => ({
    id: newId(),
    unitId,
    resourceId: id,
    category,
    form,
    title,
    minutes,
    body: '',
    persons: kind === 'lecturer' ? null : 40,
    honours: [],
    isOffered: true,
  }))
}

type Line = readonly [NewItem['category'], NewItem['form'], string, number]

function coursesOf(feature: string): Line[] {
  return [
    ['partySpirit', 'lecture', feature, 90],
    ['partySpirit', 'workshop', `${feature}：案例研讨`, 60],
  ]
}

function menuOf(feature: string): Line[] {
  return [
    ['partySpirit', 'immersive', `实境课堂：${feature}`, 120],
    ['outreach', 'workshop', '团队协作拓展', 90],
    ['mutualHelp', 'practice', '结对走访困难党员', 120],
    ['volunteering', 'practice', '讲解员与护绿志愿服务', 120],
  ]
}
