import type { Routes } from '../../kernel/wire.ts'
import { importQuestions, retire, saveQuestion } from './acts/bank.ts'
import { addRound, createContest, mark, showRanking } from './acts/contest.ts'
import { addToCourse, create, withdraw } from './acts/lay.ts'
import { reviewNote, writeNote } from './acts/note.ts'
import { save, start, submit } from './acts/sit.ts'
import { bank, essentials } from './views/bank.ts'
import { listContests, myContests, ranking } from './views/contests.ts'
import { list } from './views/office.ts'
import { results } from './views/results.ts'
import { mine, result } from './views/own.ts'

export const routes: Routes['quizzes'] = {
  bank,
  importQuestions,
  saveQuestion,
  retireQuestion: retire,
  list,
  create,
  addToCourse,
  withdraw,
  results,
  reviewNote,
  mine,
  essentials,
  start,
  save,
  submit,
  result,
  writeNote,
}

export const contestRoutes: Routes['contests'] = {
  list: listContests,
  create: createContest,
  addRound,
  showRanking,
  ranking,
  mark,
  mine: myContests,
}
