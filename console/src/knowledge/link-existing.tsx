import type { Article } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticles } from '../api/knowledge-queries.ts'
import { useLinkTranslation } from '../api/review-queries.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { useToast } from '../ui/toast.tsx'

const shown = 5

/** Finds the same text where it is already there in the other language, and ties the two together. */
export function LinkExisting({ article, language }: { article: Article; language: Language }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const link = useLinkTranslation()
  const { data } = useArticles({ language, q: q || undefined, offset: 0 })
  const found = q ? (data?.articles.filter(({ id }) => id !== article.id).slice(0, shown) ?? []) : []
  const translationOf = article.translationOf ?? article.id
  return (
    <div className="mt-3 w-full text-start">
      <SearchInput
        label={t('writing.linkExisting')}
        placeholder={t('writing.linkExisting')}
        value={text}
        onChange={setText}
      />
      <ul className="mt-2 flex flex-col gap-1">
        {found.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              disabled={link.isPending}
              onClick={() =>
                link.mutate(
                  { id, translationOf },
                  { onSuccess: () => void tell(t('writing.linked')), onError: (error: unknown) => void warn(error) },
                )
              }
              className="w-full rounded-lg px-3 py-1.5 text-start hover:bg-hover"
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
