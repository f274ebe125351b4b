import type { Routes } from '../../kernel/wire.ts'
import { note, rate } from './acts/rate.ts'
import { hide, say } from './acts/say.ts'
import { listNotes, showRated, showRatings, showThread } from './views/thread.ts'

export const routes: Routes['remarks'] = {
  thread: showThread,
  say,
  hide,
  notes: listNotes,
  note,
  rate,
  rated: showRated,
  ratings: showRatings,
}
