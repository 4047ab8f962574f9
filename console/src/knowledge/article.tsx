import { useParams } from '@tanstack/react-router'
import { FileX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticle } from '../api/knowledge-queries.ts'
import { useRevision } from '../api/review-queries.ts'
import { isProblem } from '../api/session.ts'
import { useSettings } from '../api/staff-queries.ts'
import { useMay } from '../api/use-session.ts'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { emptyForm, toForm } from './draft-form.ts'
import { Editor } from './editor.tsx'
import { ReadArticle } from './read-article.tsx'
import { useGuideTerms } from './use-guide-terms.ts'

export function NewArticle() {
  const { i18n } = useTranslation()
  const start = emptyForm(i18n.language === 'en' ? 'en' : 'zh')
  return <Editor subject={{ article: undefined, revision: null }} start={start} onReload={() => undefined} />
}

export function EditArticle() {
  const { articleId = '' } = useParams({ strict: false })
  const mayEdit = useMay('supervisor')
  const article = useArticle(articleId)
  const revision = useRevision(articleId, mayEdit)
  const settings = useSettings()
  const [opening, setOpening] = useState(0)
  const terms = useGuideTerms()
  const asked = [article, revision, settings]
  if (article.data && !mayEdit) return <ReadArticle article={article.data} />
  if (article.data && revision.data !== undefined && settings.data) {
    const text = { ...article.data, ...revision.data?.draft }
    const reload = () =>
      void Promise.all([article.refetch(), revision.refetch()]).then(() => setOpening((before) => before + 1))
    return (
      <Editor
        key={`${article.data.id}.${opening}`}
        subject={{ article: article.data, revision: revision.data }}
        start={toForm(text, terms)}
        onReload={reload}
      />
    )
  }
  const error = asked.find((each) => each.error)?.error
  if (!error) return <SkeletonRows count={6} className="h-12" />
  return <NotOpened error={error} onRetry={() => asked.forEach((each) => void each.refetch())} />
}

function NotOpened({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="grid h-full place-items-center">
      {isProblem(error, 'not-found') ? (
        <Empty icon={<FileX />} title={t('knowledge.editor.notFound')} text={t('app.states.notFoundText')} />
      ) : (
        <Failed error={error} onRetry={onRetry} />
      )}
    </div>
  )
}
