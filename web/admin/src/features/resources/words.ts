import type { ResourceFacts } from '@zhixing/contract'
import { baseTypes, lecturerCategories, roomTypes } from '@zhixing/contract/resource-words.ts'

type Kind = ResourceFacts['details']['kind']

export const typesOf: Record<Kind, Readonly<Record<string, string>>> = {
  lecturer: lecturerCategories,
  room: roomTypes,
  base: baseTypes,
  kit: { kit: '器材' },
}

const allTypes: Readonly<Record<string, string>> = {
  ...lecturerCategories,
  ...roomTypes,
  ...baseTypes,
  kit: '器材',
}

export function typeWord(type: string): string {
  return allTypes[type] ?? type
}

/** Institutions have a page of their own. */
export const houseTypes = ['lessonStudy', 'partySchool', 'cadreAcademy', 'serviceCentre']
