import type { Article } from '@lingxi/contract/knowledge'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Page } from '../ui/page.tsx'
import { BackToArticles } from './back-to-articles.tsx'
import { OriginLine } from '../pieces/origin-line.tsx'

/** For those who may read and not write. */
export function ReadArticle({ article }: { article: Article }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  return (
    <Page narrow title={article.title} before={<BackToArticles />}>
      <p className="mb-4 flex flex-wrap items-center gap-2 text-sm text-ink-faint">
        <Badge tone={article.status === 'published' ? 'accent' : 'plain'}>
          {t(`knowledge.status.${article.status}`)}
        </Badge>
        {article.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        {t(`app.languages.${article.language}`)} · {t('knowledge.editor.updated')} {full(article.updatedAt)}
      </p>
      {article.origin && <OriginLine origin={article.origin} />}
      <div className="rounded-2xl border border-line bg-surface p-6">
        <Markdown text={article.body} />
      </div>
      <p className="mt-4 text-sm text-ink-faint">{t('app.states.readOnly', { role: t('app.roles.supervisor') })}</p>
    </Page>
  )
}
