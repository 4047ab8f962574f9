import { useParams } from '@tanstack/react-router'
import { FileX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticle } from '../api/knowledge-queries.ts'
import { isProblem } from '../api/session.ts'
import { useMay } from '../api/use-session.ts'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { emptyForm, toForm } from './draft-form.ts'
import { Editor } from './editor.tsx'
import { ReadArticle } from './read-article.tsx'
import { useGuideTerms } from './use-guide-terms.ts'

export function NewArticle() {
  const { i18n } = useTranslation()
  return <Editor known={undefined} start={emptyForm(i18n.language === 'en' ? 'en' : 'zh')} onReload={() => undefined} />
}

export function EditArticle() {
  const { t } = useTranslation()
  const { articleId = '' } = useParams({ strict: false })
  const mayEdit = useMay('supervisor')
  const { data, error, refetch } = useArticle(articleId)
  const [edition, setEdition] = useState(0)
  const terms = useGuideTerms()
  if (data && !mayEdit) return <ReadArticle article={data} />
  if (data) {
    const reload = () => void refetch().then(() => setEdition((before) => before + 1))
    return <Editor key={`${data.id}.${edition}`} known={data} start={toForm(data, terms)} onReload={reload} />
  }
  if (!error) return <SkeletonRows count={6} className="h-12" />
  return (
    <div className="grid h-full place-items-center">
      {isProblem(error, 'not-found') ? (
        <Empty icon={<FileX />} title={t('knowledge.editor.notFound')} text={t('app.states.notFoundText')} />
      ) : (
        <Failed error={error} onRetry={() => void refetch()} />
      )}
    </div>
  )
}
