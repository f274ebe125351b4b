import type { Routes } from '../../kernel/wire.ts'
import { rename, withdraw } from './acts/change.ts'
import { addToCourse } from './acts/add-to-course.ts'
import { commit } from './acts/commit.ts'
import { open } from './acts/open.ts'
import { read } from './acts/read.ts'
import { listPackages, showPackage } from './views/office.ts'
import { menu, mine } from './views/own.ts'

export const routes: Routes['packages'] = {
  list: listPackages,
  show: showPackage,
  read,
  rename,
  withdraw,
  addToCourse,
  mine,
  menu,
  open,
  commit,
}
