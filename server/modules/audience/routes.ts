import type { Routes } from '../../kernel/wire.ts'
import { previewAudience } from './views.ts'

export const routes: Routes['audience'] = { preview: previewAudience }
