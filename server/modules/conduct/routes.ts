import type { Routes } from '../../kernel/wire.ts'
import { answerAppeal, appeal, recordAppeal } from './acts/appeal.ts'
import { draft, drop, hear, note, revise, start, state } from './acts/cases.ts'
import { decide } from './acts/decide.ts'
import { handleLead, lead, registerLead } from './acts/leads.ts'
import { look } from './acts/look.ts'
import { endSanction, sanction, sanctions } from './acts/sanctions.ts'
import { assign, report, settle } from './acts/tasks.ts'
import { visit } from './acts/visit.ts'
import { listCare, showVisits } from './views/care.ts'
import { listClocks, showMember } from './views/clocks.ts'
import { listCases, listLeads, listTasks } from './views/lists.ts'
import { mine } from './views/mine.ts'

export const routes: Routes['conduct'] = {
  clocks: listClocks,
  member: showMember,
  assign,
  tasks: listTasks,
  settle,
  report,
  cases: listCases,
  look,
  draft,
  revise,
  start,
  drop,
  hear,
  note,
  decide,
  recordAppeal,
  answerAppeal,
  mine,
  state,
  appeal,
  sanctions,
  sanction,
  endSanction,
  leads: listLeads,
  lead,
  registerLead,
  handleLead,
  care: listCare,
  visits: showVisits,
  visit,
}
