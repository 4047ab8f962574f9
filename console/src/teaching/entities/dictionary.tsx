import type { DictionaryEntry } from '@lingxi/contract/teaching'
import { BookA, ClipboardPaste, Pencil, Plus, SearchX, Trash2 } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entriesOnPage, useDictionary, useRemoveEntry } from '../../api/entity-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { PasteEntries } from './paste-entries.tsx'

type Open = { dialog: 'entry'; entry?: DictionaryEntry } | { dialog: 'paste' }

/** What things of a type are called. */
export function Dictionary({ type }: { type: string }) {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  const [q, setQ] = useState('')
  const [offset, setOffset] = useState(0)
  const [open, setOpen] = useState<Open>()
  const sought = useDeferredValue(q.trim() || undefined)
  const query = useDictionary({ type, q: sought, offset })
  return (
    <>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <SearchInput
          label={t('entities.searchWords')}
          placeholder={t('entities.searchWords')}
          value={q}
          onChange={(next) => {
            setQ(next)
            setOffset(0)
          }}
          className="min-w-52 flex-1"
        />
        {mayChange && (
          <>
            <Button onClick={() => setOpen({ dialog: 'paste' })}>
              <ClipboardPaste />
              {t('entities.paste.action')}
            </Button>
            <Button look="primary" onClick={() => setOpen({ dialog: 'entry' })}>
              <Plus />
              {t('entities.addEntry')}
            </Button>
          </>
        )}
      </div>
      <Found
        query={query}
        isNarrowed={sought !== undefined}
        onEdit={mayChange ? (entry) => setOpen({ dialog: 'entry', entry }) : undefined}
      />
      <Pager
        label={t('teaching.pages')}
        offset={offset}
        size={entriesOnPage}
        total={query.data?.total ?? 0}
        onChange={setOffset}
      />
      {open && (
        <Opened open={open} type={type} entries={query.data?.entries ?? []} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

type OpenedProps = { open: Open; type: string; entries: DictionaryEntry[]; onClose: () => void }

function Opened({ open, type, entries, onClose }: OpenedProps) {
  if (open.dialog === 'paste') return <PasteEntries type={type} onClose={onClose} />
  // What is edited may grow newer: the dialog is given what the list has now.
  const current = entries.find(({ id }) => id === open.entry?.id) ?? open.entry
  return <EntryDialog type={type} entry={current} onClose={onClose} />
}

type FoundProps = {
  query: ReturnType<typeof useDictionary>
  isNarrowed: boolean
  onEdit: ((entry: DictionaryEntry) => void) | undefined
}

function Found({ query: { data, error, refetch }, isNarrowed, onEdit }: FoundProps) {
  const { t } = useTranslation()
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows className="h-9" />
  if (data.entries.length === 0)
    return isNarrowed ? (
      <Empty icon={<SearchX />} title={t('teaching.noneFits')} />
    ) : (
      <Empty icon={<BookA />} title={t('entities.noWords')} text={t('entities.noWordsText')} />
    )
  return (
    <ul className="mt-3 overflow-hidden rounded-2xl border border-line bg-surface">
      {data.entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} onEdit={onEdit && (() => onEdit(entry))} />
      ))}
    </ul>
  )
}

function EntryRow({ entry, onEdit }: { entry: DictionaryEntry; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const remove = useRemoveEntry()
  const { id, value, words, language } = entry
  return (
    <li className="flex items-center gap-3 border-t border-line py-2 ps-5 pe-3 first:border-t-0">
      <span className="min-w-0 flex-1 break-words">
        <span className="font-medium">{value}</span>
        {words.length > 0 && <span className="ms-3 text-ink-soft">{words.join(' · ')}</span>}
      </span>
      {language && <Badge>{t(`app.languages.${language}`)}</Badge>}
      {onEdit && (
        <span className="flex">
          <IconButton label={t('entities.editEntry', { value })} onClick={onEdit}>
            <Pencil />
          </IconButton>
          <IconButton
            label={t('entities.removeEntry', { value })}
            disabled={remove.isPending}
            onClick={() => remove.mutate(id, { onError: warn, onSuccess: () => tell(t('entities.entryRemoved')) })}
          >
            <Trash2 />
          </IconButton>
        </span>
      )}
    </li>
  )
}
