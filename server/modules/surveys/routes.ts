import type { Routes } from '../../kernel/wire.ts'
import { answer, cast, ticket } from './acts/answer.ts'
import { assess } from './acts/assess.ts'
import { exportAnswers } from './acts/export.ts'
import { keep } from './acts/keep.ts'
import { addNeeds, decideNeed } from './acts/needs.ts'
import { end, open, remind } from './acts/open.ts'
import { listSurveys, showSurvey } from './views/heads.ts'
import { asked, ballot, mine } from './views/mine.ts'
import { listNeeds } from './views/needs.ts'
import { listPeople, showResults } from './views/results.ts'

export const routes: Routes['surveys'] = {
  list: listSurveys,
  show: showSurvey,
  keep,
  open,
  remind,
  end,
  results: showResults,
  people: listPeople,
  assess,
  export: exportAnswers,
  needs: listNeeds,
  addNeeds,
  decideNeed,
  mine,
  asked,
  answer,
  ticket,
  ballot,
  cast,
}
