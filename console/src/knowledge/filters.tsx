import { languages } from '@lingxi/contract/message'
import { useTranslation } from 'react-i18next'
import type { ArticleFilters } from '../api/knowledge-queries.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'

type Chosen = Omit<ArticleFilters, 'offset'>
type FiltersProps = { chosen: Chosen; tags: string[]; onChange: (chosen: Chosen) => void }
const all = ''

export function Filters({ chosen, tags, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const any = { value: all, label: t('knowledge.filters.all') }
  // A tag that is filtered by stays in the list even when no article of the answer has it.
  const offered = [...new Set([...(chosen.tag ? [chosen.tag] : []), ...tags])]
  return (
    <div className="flex flex-wrap gap-2">
      <SearchInput
        label={t('knowledge.search')}
        placeholder={t('knowledge.search')}
        value={chosen.q ?? ''}
        onChange={(q) => onChange({ ...chosen, q: q || undefined })}
        className="min-w-52 flex-1"
      />
      <Select
        label={t('knowledge.filters.status')}
        prefix={t('knowledge.filters.status')}
        value={chosen.status ?? all}
        options={[
          any,
          { value: 'published', label: t('knowledge.status.published') },
          { value: 'draft', label: t('knowledge.status.draft') },
        ]}
        onChange={(value) =>
          onChange({ ...chosen, status: value === 'draft' || value === 'published' ? value : undefined })
        }
      />
      <Select
        label={t('knowledge.filters.language')}
        prefix={t('knowledge.filters.language')}
        value={chosen.language ?? all}
        options={[any, ...languages.map((value) => ({ value, label: t(`app.languages.${value}`) }))]}
        onChange={(value) => onChange({ ...chosen, language: languages.find((each) => each === value) })}
      />
      <Select
        label={t('knowledge.filters.tag')}
        prefix={t('knowledge.filters.tag')}
        value={chosen.tag ?? all}
        options={[any, ...offered.map((value) => ({ value, label: value }))]}
        onChange={(tag) => onChange({ ...chosen, tag: tag || undefined })}
        className="max-w-60"
      />
    </div>
  )
}
