import type { duesCategories } from '@zhixing/contract/dues-words.ts'

export type Category = keyof typeof duesCategories

/** One step of a table of rates: whole bases up to so many yuan, in hundredths of a percent. */
type Step = { readonly upTo: number | null; readonly value: number }

/** The parameters that decide what somebody pays a month. */
export const amountKeys = [
  'dues.brackets',
  'dues.retired',
  'dues.student',
  'dues.farmer',
  'dues.rounding',
] as const

type AmountKey = (typeof amountKeys)[number]
export type AmountValues = {
  readonly [K in AmountKey]: K extends 'dues.brackets' | 'dues.retired' ? readonly Step[] : number
}

const keyOf: Readonly<Record<Category, AmountKey>> = {
  inPost: 'dues.brackets',
  retired: 'dues.retired',
  farmer: 'dues.farmer',
  student: 'dues.student',
  lowIncome: 'dues.student',
}

/** Whether what somebody pays follows from their income. */
export function needsBase(category: Category): boolean {
  return category === 'inPost' || category === 'retired'
}

/** The whole base at one rate, no slices; whoever stands on a boundary pays the lower rate. */
export function monthlyDues(
  { category, baseFen }: { readonly category: Category; readonly baseFen: number },
  values: AmountValues,
): { readonly fen: number; readonly ruleKey: AmountKey } {
  const ruleKey = keyOf[category]
  const rule = values[ruleKey]
  if (typeof rule === 'number') return { fen: rule, ruleKey }
  const rate = rule.find(({ upTo }) => upTo === null || baseFen <= upTo * 100)?.value ?? 0
  return { fen: rounded(baseFen * rate, values['dues.rounding']), ruleKey }
}

/** Half a step and more goes up. Whole numbers all the way: `parts` are ten-thousandths of a fen. */
function rounded(parts: number, step: number): number {
  const size = Math.max(1, step)
  return Math.floor((2 * parts + 10_000 * size) / (20_000 * size)) * size
}

const employments: Readonly<Record<string, Category>> = {
  employed: 'inPost',
  retired: 'retired',
  farmer: 'farmer',
  student: 'student',
  unemployed: 'lowIncome',
}

/** What the roll suggests until somebody has decided. */
export function categoryOf(employment: string): Category {
  return employments[employment] ?? 'inPost'
}
