import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { CallerOf } from '../../kernel/wire.ts'
import { downloadHeaders, media } from '../../kernel/download.ts'
import { minutesPaper, noticePaper, registerPaper, renderPaper } from '../papers/index.ts'
import { minutesFacts, noticeFacts, registerFacts } from './paper.ts'
import { showActivity } from './views/show.ts'

const Key = z.object({
  unitId: z.uuid(),
  activityId: z.uuid(),
  paper: z.enum(['minutes', 'register', 'notice']),
})
type Key = z.infer<typeof Key>

const names = { minutes: '会议记录', register: '签到册', notice: '通知' }

/** The papers of a record as files to take away, drawn from what the caller may see of it. */
export async function serveActivities(app: FastifyInstance, callerOf: CallerOf): Promise<void> {
  const schema = { hide: true, params: Key }
  app.get<{ Params: Key }>(
    '/api/activities/:unitId/:activityId/:paper',
    { schema },
    async (request, reply) => {
      const { paper, ...key } = request.params
      const state = await showActivity(await callerOf(request, reply), key)
      const bytes = await renderPaper(drawn[paper](state))
      const name = `${state.title}${names[paper]}.docx`
      return reply
        .headers(downloadHeaders({ name, type: media.docx }, 'no-cache'))
        .send(Buffer.from(bytes))
    },
  )
}

type State = Awaited<ReturnType<typeof showActivity>>

const drawn = {
  minutes: (state: State) => minutesPaper(minutesFacts(state)),
  register: (state: State) => registerPaper(registerFacts(state)),
  notice: (state: State) => noticePaper(noticeFacts(state)),
}
