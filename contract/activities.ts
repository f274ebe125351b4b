import * as z from 'zod'
import { command } from './kit.ts'
import { Id, Moment } from './vocabulary.ts'

export const activities = {
  signIn: command({
    grant: 'activities.attend',
    summary: '签到（可重复提交，以第一次为准）',
    input: z.object({ unitId: Id, activityId: Id }),
    output: z.object({ signedAt: Moment }),
  }),
}
