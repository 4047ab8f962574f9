import { type ExampleSource, exampleSources } from '@lingxi/contract/teaching'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchInput } from '../../ui/search-input.tsx'
import { Select } from '../../ui/select.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'

export type Narrowing = { q: string; language: 'any' | 'zh' | 'en'; source: 'any' | ExampleSource }
export const wide: Narrowing = { q: '', language: 'any', source: 'any' }

type FiltersProps = { narrowing: Narrowing; onChange: (narrowing: Narrowing) => void }

/** Narrows examples by words, language and source; `/` goes to the search. */
export function Filters({ narrowing, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const search = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => search.current?.focus() })
  return (
    <>
      <SearchInput
        ref={search}
        label={t('teaching.searchExamples')}
        placeholder={t('teaching.searchExamples')}
        value={narrowing.q}
        onChange={(q) => onChange({ ...narrowing, q })}
        className="min-w-48 flex-1"
      />
      <Select
        label={t('teaching.language')}
        value={narrowing.language}
        options={(['any', 'zh', 'en'] as const).map((value) => ({
          value,
          label: value === 'any' ? t('teaching.anyLanguage') : t(`app.languages.${value}`),
        }))}
        onChange={(language) => onChange({ ...narrowing, language })}
      />
      <Select
        label={t('teaching.source')}
        value={narrowing.source}
        options={(['any', ...exampleSources] as const).map((value) => ({
          value,
          label: value === 'any' ? t('teaching.anySource') : t(`teaching.sources.${value}`),
        }))}
        onChange={(source) => onChange({ ...narrowing, source })}
      />
    </>
  )
}

/** As the API asks for it. */
export const askedBy = ({ q, language, source }: Narrowing) => ({
  ...(language !== 'any' && { language }),
  ...(source !== 'any' && { source }),
  ...(q.trim() && { q: q.trim() }),
})
