import type { EntityType } from '@lingxi/contract/teaching'
import { Link } from '@tanstack/react-router'
import { Plus, SearchX, Tag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntityTypes } from '../../api/entity-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { hueStyle } from '../../ui/hues.ts'
import { SearchInput } from '../../ui/search-input.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { titleOf } from '../../pieces/taught-words.ts'
import { EntityTypeDialog } from './entity-type-dialog.tsx'

/** The kinds of things that messages name, with how each is recognised. */
export function Entities() {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  const [q, setQ] = useState('')
  const [adding, setAdding] = useState(false)
  const { data: types, error, refetch } = useEntityTypes()
  if (!types)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} className="h-12" />
  const sought = q.trim().toLowerCase()
  const found = types.filter(({ name, title }) => `${name} ${title.zh} ${title.en}`.toLowerCase().includes(sought))
  return (
    <>
      <p className="-mt-1 mb-4 text-sm text-ink-soft">{t('entities.lead')}</p>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchInput
          label={t('entities.search')}
          placeholder={t('entities.search')}
          value={q}
          onChange={setQ}
          className="min-w-full flex-1 sm:min-w-52"
        />
        {mayChange && (
          <Button look="primary" onClick={() => setAdding(true)}>
            <Plus />
            {t('entities.add')}
          </Button>
        )}
      </div>
      {types.length === 0 && <Empty icon={<Tag />} title={t('entities.empty')} text={t('entities.emptyText')} />}
      {types.length > 0 && found.length === 0 && <Empty icon={<SearchX />} title={t('teaching.noneFits')} />}
      {found.length > 0 && (
        <ul className="overflow-hidden rounded-2xl border border-line bg-surface">
          {found.map((type) => (
            <TypeRow key={type.id} type={type} />
          ))}
        </ul>
      )}
      {adding && <EntityTypeDialog onClose={() => setAdding(false)} />}
    </>
  )
}

function TypeRow({ type }: { type: EntityType }) {
  const { t, i18n } = useTranslation()
  const { id, name, description, annotated, words, patterns } = type
  const about = i18n.language === 'zh' ? description.zh || description.en : description.en || description.zh
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-5 py-2.5 first:border-t-0 hover:bg-hover">
      <span aria-hidden style={hueStyle(name)} className="size-3 rounded-full" />
      <span className="min-w-0 flex-1 basis-52">
        <Link
          to="/understanding/entities/$typeId"
          params={{ typeId: id }}
          className="font-medium break-words after:absolute after:inset-0"
        >
          {titleOf(type, i18n.language)}
        </Link>
        <span className="block truncate text-sm text-ink-faint">{about ? `${name} · ${about}` : name}</span>
      </span>
      <span className="flex gap-4 text-sm text-ink-soft tabular-nums">
        <span>{t('entities.words', { count: words })}</span>
        <span>{t('entities.patternsCount', { count: patterns })}</span>
        <span>{t('teaching.examplesCount', { count: annotated })}</span>
      </span>
    </li>
  )
}
