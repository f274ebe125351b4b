import type { Routes } from '../../kernel/wire.ts'
import { answer } from './acts/answer.ts'
import { question } from './views/question.ts'
import { show } from './views/show.ts'
import { waiting } from './views/waiting.ts'

export const routes: Routes['procedures'] = { show, waiting, question, answer }
