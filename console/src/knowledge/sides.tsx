import type { Article, ArticleRow } from '@lingxi/contract/knowledge'
import { languages, type Language } from '@lingxi/contract/message'
import { Columns2, Languages, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'

export const otherThan = (language: Language): Language => languages.find((each) => each !== language) ?? language

/** A translation is older when its original was changed after it. */
export const isOlder = (translation: { updatedAt: string }, original: { updatedAt: string }): boolean =>
  Date.parse(translation.updatedAt) < Date.parse(original.updatedAt)

type SidesProps = {
  article: Article | undefined
  /** Undefined until it is known. */
  other: ArticleRow | null | undefined
  language: Language
  beside: boolean
  onChange: (beside: boolean) => void
}

/** How this article and the same text in the other language stand to each other, and both beside each other. */
export function Sides({ article, other, language, beside, onChange }: SidesProps) {
  const { t } = useTranslation()
  const name = (each: Language) => t(`app.languages.${each}`)
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="flex items-center gap-2 text-sm text-ink-soft [&>svg]:size-4">
        <Languages />
        {name(language)}
        {article && other && <Relation one={article} other={other} />}
      </span>
      <span className="flex items-center gap-2 text-sm text-ink-soft">
        {other !== null && name(otherThan(language))}
        {other && article && <Relation one={other} other={article} />}
        {other === null && article && (
          <Badge tone="warm">
            <TriangleAlert />
            {t('writing.missing', { language: name(otherThan(language)) })}
          </Badge>
        )}
        {!article && <span className="text-xs text-ink-faint">{t('writing.saveFirst')}</span>}
      </span>
      {article && (
        <Button size="small" aria-pressed={beside} className="ms-auto" onClick={() => onChange(!beside)}>
          <Columns2 />
          {t(beside ? 'writing.oneSide' : 'writing.twoSides')}
        </Button>
      )}
    </div>
  )
}

type Dated = Pick<Article, 'translationOf' | 'updatedAt'>

export function Relation({ one, other }: { one: Dated; other: Dated }) {
  const { t } = useTranslation()
  if (one.translationOf === null) return <Badge>{t('writing.original')}</Badge>
  if (!isOlder(one, other)) return <Badge tone="accent">{t('writing.current')}</Badge>
  return (
    <Badge tone="danger">
      <TriangleAlert />
      {t('writing.older')}
    </Badge>
  )
}
