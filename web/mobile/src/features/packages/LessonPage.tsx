import { Link } from '@tanstack/react-router'
import { PackagePlayer } from '@zhixing/kit/packages/PackagePlayer.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { lessonRoute } from './routes.ts'
import styles from './Lesson.module.css'

/** One lesson over the whole phone. */
export function LessonPage() {
  const { unitId, packageId, lesson } = lessonRoute.useParams()
  const client = useQueryClient()
  const ask = () => void client.invalidateQueries({ queryKey: ['packages.mine'] })
  return (
    <main className={styles.page}>
      <header className={styles.bar}>
        <Link to="/packages/$unitId/$packageId" params={{ unitId, packageId }}>
          ‹ 返回
        </Link>
        <h1>互动课件</h1>
      </header>
      <PackagePlayer unitId={unitId} packageId={packageId} lesson={lesson} onSaved={ask} />
    </main>
  )
}
