import { articleKinds, articleStatuses } from '@lingxi/contract/knowledge'
import { languages } from '@lingxi/contract/message'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSources } from '../api/knowledge-queries.ts'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choices.tsx'
import { TextInput } from '../ui/field.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'
import { type ArticleSearch, countMarks } from './article-search.ts'
import { usePeople } from './use-people.ts'

type Counts = Record<(typeof articleStatuses)[number], number>
type FiltersProps = {
  chosen: ArticleSearch
  tags: string[]
  counts: Counts | undefined
  onChange: (chosen: ArticleSearch) => void
}
const all = ''

export function Filters({ chosen, tags, counts, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const marks = countMarks(chosen)
  const [opened, setOpened] = useState(marks > 0)
  const total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0)
  const counted = (label: string, count: number | undefined) => (count === undefined ? label : `${label} ${count}`)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <SearchInput
          label={t('keeping.search')}
          placeholder={t('keeping.search')}
          value={chosen.q ?? ''}
          onChange={(q) => onChange({ ...chosen, q: q || undefined })}
          className="min-w-52 flex-1"
        />
        <Button aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <SlidersHorizontal />
          {counted(t(opened ? 'keeping.fewerFilters' : 'keeping.moreFilters'), marks || undefined)}
        </Button>
      </div>
      <Choices
        label={t('keeping.statuses')}
        value={chosen.status ?? all}
        choices={[
          { value: all, text: counted(t('keeping.all'), total) },
          ...articleStatuses.map((value) => ({
            value,
            text: counted(t(`knowledge.status.${value}`), counts?.[value]),
          })),
        ]}
        onChange={(value) => onChange({ ...chosen, status: articleStatuses.find((each) => each === value) })}
      />
      {opened && <Marks chosen={chosen} tags={tags} onChange={onChange} />}
    </div>
  )
}

function Marks({ chosen, tags, onChange }: Omit<FiltersProps, 'counts'>) {
  const { t } = useTranslation()
  const people = usePeople()
  const sources = useSources().data?.sources ?? []
  const { q, status, category } = chosen
  // A tag that is filtered by stays in the list even when no article of the answer has it.
  const offered = [...new Set([...(chosen.tag ? [chosen.tag] : []), ...tags])]
  const among = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }))
  const selects = [
    mark(
      'language',
      t('knowledge.filters.language'),
      among(languages, (each) => t(`app.languages.${each}`)),
    ),
    mark(
      'kind',
      t('keeping.filters.kind'),
      among(articleKinds, (each) => t(`guides.${each}`)),
    ),
    mark('tag', t('knowledge.filters.tag'), among(offered, String)),
    mark('owner', t('keeping.filters.owner'), people.options),
    mark(
      'audience',
      t('keeping.filters.audience'),
      among(['public', 'customers', 'tiers', 'staff'] as const, (each) => t(`keeping.audiences.${each}`)),
    ),
    mark(
      'source',
      t('keeping.filters.source'),
      sources.map(({ id, name }) => ({ value: id, label: name })),
    ),
    mark(
      'time',
      t('keeping.filters.time'),
      among(['due', 'ended'] as const, (each) => t(`keeping.times.${each}`)),
    ),
  ]
  return (
    <div className="flex flex-wrap gap-2">
      {selects.map(({ name, label, options }) => (
        <Select
          key={name}
          label={label}
          prefix={label}
          value={String(chosen[name] ?? all)}
          options={[{ value: all, label: t('keeping.anyone') }, ...options]}
          onChange={(value) => onChange({ ...chosen, [name]: value || undefined })}
          className="max-w-60"
        />
      ))}
      <TextInput
        aria-label={t('keeping.filters.product')}
        placeholder={t('keeping.filters.product')}
        value={chosen.product ?? ''}
        maxLength={80}
        onChange={({ target }) => onChange({ ...chosen, product: target.value.trim() || undefined })}
        className="w-36!"
      />
      {countMarks(chosen) > 0 && (
        <Button look="quiet" onClick={() => onChange({ q, status, category })}>
          {t('keeping.clearFilters')}
        </Button>
      )}
    </div>
  )
}

type MarkName = 'language' | 'kind' | 'tag' | 'owner' | 'audience' | 'source' | 'time'
const mark = (name: MarkName, label: string, options: { value: string; label: string }[]) => ({ name, label, options })
