import { numberAt } from './place.ts'
import { declareTimes } from './times.ts'
import { countyOrHigher, wholeYear } from './windows.ts'

/** The plan of 2019: a secretary attends a rotation of the county's or a higher committee's every year. */
export const secretaryRotation = declareTimes({
  key: 'secretaryRotation',
  rule: 'training.secretary.rotation.year',
  ledger: 'member',
  sentence: '书记每年至少参加县级以上轮训 {值}',
  seat: 'secretary',
  source: 'class',
  levels: countyOrHigher,
  window: (frame) => ({
    ...wholeYear(frame),
    due: numberAt(frame, 'training.secretary.rotation.year'),
  }),
})
