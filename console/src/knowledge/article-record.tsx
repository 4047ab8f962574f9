import type { Article } from '@lingxi/contract/knowledge'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../i18n/when.ts'
import { Group } from './details.tsx'
import { OriginLine } from '../pieces/origin-line.tsx'
import { usePeople } from './use-people.ts'

/** Which version it is, since when, from where and by whom. */
export function ArticleRecord({ article }: { article: Article }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const people = usePeople()
  const facts = [
    [t('knowledge.editor.version'), String(article.version)],
    [t('knowledge.editor.created'), full(article.createdAt)],
    [t('knowledge.editor.updated'), full(article.updatedAt)],
    [t('writing.changedBy'), people.nameOf(article.updatedBy)],
    ...(article.source ? [[t('knowledge.editor.source'), article.source]] : []),
  ]
  return (
    <Group title={t('writing.record')}>
      <dl className="flex flex-col gap-1.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4">
            <dt className="shrink-0 text-ink-faint">{name}</dt>
            <dd className="text-end text-ink-soft">{value}</dd>
          </div>
        ))}
      </dl>
      {article.origin && <OriginLine origin={article.origin} />}
    </Group>
  )
}
