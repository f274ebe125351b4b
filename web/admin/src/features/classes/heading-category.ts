import type { Heading } from '@zhixing/contract/plan-words.ts'
import type { contentCategories } from '@zhixing/contract/words.ts'

const categories: Partial<Record<Heading, keyof typeof contentCategories>> = {
  discipline: 'discipline',
  tradition: 'local',
  situation: 'situation',
  skills: 'skill',
  ruralFarming: 'skill',
  ruralIncome: 'skill',
  ruralCollective: 'skill',
  ruralVillage: 'local',
  ruralLaw: 'law',
  ruralOrder: 'law',
  organLawful: 'law',
  organClean: 'discipline',
  organDuty: 'skill',
}

/** Which kind of content a head of the curriculum belongs to, as a suggestion. */
export function categoryOf(heading: Heading): keyof typeof contentCategories {
  return categories[heading] ?? 'theory'
}
