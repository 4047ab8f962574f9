import { itemStates, type Source, type SourceItem } from '@lingxi/contract/source'
import { FileText, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onPage, useItems } from '../../api/source-queries.ts'
import { useWhen } from '../../i18n/when.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { ItemReport } from './item-report.tsx'

export const itemTones: Record<SourceItem['state'], Tone> = {
  waiting: 'info',
  read: 'accent',
  refused: 'danger',
  withdrawn: 'warm',
}
const all = ''

/** Every document or page of a source, and what became of it. */
export function SourceItems({ source }: { source: Source }) {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const [state, setState] = useState<SourceItem['state'] | typeof all>(all)
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<SourceItem>()
  const sought = useDeferredValue(q.trim() || undefined)
  const query = useItems(source.id, { q: sought, state: state || undefined, offset }, source.lastRun)
  return (
    <section aria-label={t('sources.tabs.documents')}>
      <div className="flex flex-wrap gap-2 pt-1">
        <SearchInput
          label={t('sources.find')}
          placeholder={t('sources.find')}
          value={q}
          onChange={(next) => {
            setQ(next)
            setOffset(0)
          }}
          className="min-w-52 flex-1"
        />
        <Select
          label={t('sources.filterState')}
          prefix={t('sources.filterState')}
          value={state}
          options={[
            { value: all, label: t('sources.all') },
            ...itemStates.map((value) => ({ value, label: t(`sources.itemStates.${value}`) })),
          ]}
          onChange={(next) => {
            setState(itemStates.find((each) => each === next) ?? all)
            setOffset(0)
          }}
        />
      </div>
      <div className="mt-3 overflow-hidden rounded-2xl border border-line bg-surface">
        <Found query={query} narrowed={sought !== undefined || state !== all} onChoose={setChosen} />
      </div>
      <Pager
        label={t('sources.pages')}
        offset={offset}
        size={onPage}
        total={query.data?.total ?? 0}
        onChange={setOffset}
      />
      <Dialog
        open={chosen !== undefined}
        place="side"
        onClose={() => setChosen(undefined)}
        title={chosen && (chosen.title ?? chosen.location)}
      >
        {chosen && <ItemReport id={chosen.id} onGone={() => setChosen(undefined)} />}
      </Dialog>
    </section>
  )
}

type FoundProps = {
  query: ReturnType<typeof useItems>
  narrowed: boolean
  onChoose: (item: SourceItem) => void
}

function Found({ query: { data, error, refetch }, narrowed, onChoose }: FoundProps) {
  const { t } = useTranslation()
  if (data && data.items.length > 0) {
    return (
      <ul className="divide-y divide-line">
        {data.items.map((item) => (
          <ItemRow key={item.id} item={item} onChoose={onChoose} />
        ))}
      </ul>
    )
  }
  if (data && narrowed) return <Empty icon={<SearchX />} title={t('sources.noItemsFiltered')} />
  if (data) return <Empty icon={<FileText />} title={t('sources.noItems')} text={t('sources.noItemsText')} />
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={5} className="h-10" />
}

function ItemRow({ item, onChoose }: { item: SourceItem; onChoose: (item: SourceItem) => void }) {
  const { t, i18n } = useTranslation()
  const { short } = useWhen()
  const refusal = item.refusal?.[i18n.language === 'zh' ? 'zh' : 'en']
  return (
    <li>
      <button
        type="button"
        onClick={() => onChoose(item)}
        className="flex w-full flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 text-start hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="min-w-0 flex-1 basis-60">
          <span className="block truncate font-medium">{item.title ?? item.location}</span>
          <span className="block truncate text-sm text-ink-faint">{item.location}</span>
          {refusal && <span className="block text-sm text-danger">{refusal}</span>}
        </span>
        <span className="flex items-center gap-3 text-sm text-ink-soft">
          <Badge tone={itemTones[item.state]}>{t(`sources.itemStates.${item.state}`)}</Badge>
          <span className="whitespace-nowrap">{t('sources.item.articles', { count: item.articles })}</span>
          <span className="w-16 text-end whitespace-nowrap">{item.readAt && short(item.readAt)}</span>
        </span>
      </button>
    </li>
  )
}
