import { numberAt } from './place.ts'
import { declareTimes } from './times.ts'
import { countyOrTownship, wholeYear } from './windows.ts'

/** Where a county asks for it: every member goes through a class of the county or the township every year. */
export const twoTierRotation = declareTimes({
  key: 'twoTierRotation',
  rule: 'rotation.two_tier.year',
  ledger: 'member',
  sentence: '每名党员每年参加县、乡两级集中轮训不少于 {值}',
  source: 'class',
  levels: countyOrTownship,
  window: (frame) => ({ ...wholeYear(frame), due: numberAt(frame, 'rotation.two_tier.year') }),
})
