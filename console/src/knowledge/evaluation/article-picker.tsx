import { X } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticle, useArticles } from '../../api/knowledge-queries.ts'
import { SearchInput } from '../../ui/search-input.tsx'

type ArticlePickerProps = { ids: string[]; onChange: (ids: string[]) => void }
const offered = 5

/** Articles found by their titles, of which some are chosen. */
export function ArticlePicker({ ids, onChange }: ArticlePickerProps) {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const sought = useDeferredValue(q.trim())
  const { data } = useArticles({ q: sought, status: 'published', offset: 0 })
  const found = sought === '' ? [] : (data?.articles ?? []).filter(({ id }) => !ids.includes(id)).slice(0, offered)
  const take = (id: string) => {
    onChange([...ids, id])
    setQ('')
  }
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium text-ink-soft">{t('evaluation.articles')}</span>
      <ul className="flex flex-col gap-1 empty:hidden">
        {ids.map((id) => (
          <Chosen key={id} id={id} onRemove={() => onChange(ids.filter((each) => each !== id))} />
        ))}
      </ul>
      <SearchInput
        label={t('evaluation.findArticle')}
        placeholder={t('evaluation.findArticle')}
        value={q}
        onChange={setQ}
      />
      <ul aria-live="polite" className="flex flex-col gap-1 empty:hidden">
        {found.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => take(id)}
              className="w-full rounded-lg border border-line px-3 py-1.5 text-start text-sm hover:border-accent-line hover:bg-hover"
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Chosen({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useTranslation()
  const title = useArticle(id).data?.title ?? id
  return (
    <li className="flex items-center gap-2 rounded-lg bg-accent-soft py-1 ps-3 pe-1 text-sm">
      <span className="min-w-0 flex-1 truncate">{title}</span>
      <button
        type="button"
        aria-label={t('evaluation.removeArticle', { title })}
        onClick={onRemove}
        className="grid size-7 place-items-center rounded-md text-ink-soft hover:text-ink"
      >
        <X className="size-4" />
      </button>
    </li>
  )
}
