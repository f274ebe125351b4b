import type { Routes } from '../../kernel/wire.ts'
import { drop, save } from './acts/save.ts'
import { endWatch, setWatch } from './acts/watch.ts'
import { previewAudience } from './views/preview.ts'
import { listSaved } from './views/saved.ts'
import { listWatches, showWatch } from './views/watches.ts'

export const routes: Routes['audience'] = {
  preview: previewAudience,
  saved: listSaved,
  save,
  drop,
  watches: listWatches,
  watch: showWatch,
  setWatch,
  endWatch,
}
