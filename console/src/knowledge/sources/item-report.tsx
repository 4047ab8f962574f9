import type { SourceItemReport } from '@lingxi/contract/source'
import { Link } from '@tanstack/react-router'
import { Download, FileSearch, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useItem, useItemText, useOriginal, useRemoveItem } from '../../api/source-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { useWhen } from '../../i18n/when.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Failed, SkeletonRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ItemText } from './item-text.tsx'
import { PageReports, RowReports } from './part-reports.tsx'

/** One document: why it was refused, what was noticed, page by page and row by row, and what was made of it. */
export function ItemReport({ id, onGone }: { id: string; onGone: () => void }) {
  const { data: item, error, refetch } = useItem(id)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!item) return <SkeletonRows count={5} className="h-8" />
  return (
    <div className="flex flex-col gap-5">
      <Troubles item={item} />
      <Facts item={item} />
      <Acts item={item} onGone={onGone} />
      {item.articleIds.length > 0 && <Made articleIds={item.articleIds} />}
      {item.rows.length > 0 && <RowReports rows={item.rows} />}
      {item.pageReports.length > 0 && <PageReports reports={item.pageReports} />}
    </div>
  )
}

function Troubles({ item: { refusal, notes } }: { item: SourceItemReport }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'zh' ? 'zh' : 'en'
  if (!refusal && notes.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      {refusal && (
        <p className="rounded-lg border border-danger-line bg-danger-soft px-3 py-2 text-sm text-danger">
          <strong className="font-medium">{t('sources.item.refusedBecause')}</strong>
          {` · ${refusal[language]}`}
        </p>
      )}
      {notes.length > 0 && (
        <div className="rounded-lg bg-note px-3 py-2 text-sm text-note-ink">
          <p className="font-medium">{t('sources.item.noticed')}</p>
          <ul className="mt-1 list-disc ps-4">
            {notes.map((note) => (
              <li key={note.code}>
                {note[language]}
                {note.count > 1 && ` (${t('sources.item.times', { count: note.count })})`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Facts({ item }: { item: SourceItemReport }) {
  const { t, i18n } = useTranslation()
  const { full } = useWhen()
  const size = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: item.bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: 1,
  }).format(item.bytes < 1_000_000 ? item.bytes / 1000 : item.bytes / 1_000_000)
  const facts = [
    [t('sources.item.location'), item.location],
    ...(item.format ? [[t('sources.item.format'), item.format]] : []),
    [t('sources.item.size'), size],
    ...(item.pages > 0 ? [[t('sources.item.pages'), String(item.pages)]] : []),
    ...(item.readAt ? [[t('sources.item.readAt'), full(item.readAt)]] : []),
  ]
  return (
    <dl className="flex flex-col gap-1.5 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4">
          <dt className="shrink-0 text-ink-faint">{name}</dt>
          <dd className="min-w-0 text-end break-words text-ink-soft">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Acts({ item, onGone }: { item: SourceItemReport; onGone: () => void }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const mayEdit = useMay('supervisor')
  const [asking, setAsking] = useState(false)
  const [reading, setReading] = useState(false)
  const original = useOriginal()
  const remove = useRemoveItem()
  const text = useItemText(item.id, reading)
  const name = item.location.split('/').at(-1) || 'original'
  const removed = () => {
    tell(t('sources.item.removed'))
    onGone()
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {item.hasOriginal && (
          <Button
            size="small"
            disabled={original.isPending}
            onClick={() => original.mutate({ id: item.id, name }, { onError: warn })}
          >
            <Download />
            {t('sources.item.original')}
          </Button>
        )}
        {item.state === 'read' && (
          <Button size="small" aria-expanded={reading} onClick={() => setReading(!reading)}>
            <FileSearch />
            {t('sources.item.text')}
          </Button>
        )}
        {mayEdit && (
          <Button size="small" look="quiet" disabled={remove.isPending} onClick={() => setAsking(true)}>
            <Trash2 />
            {t('sources.item.remove')}
          </Button>
        )}
      </div>
      {reading && <ItemText query={text} />}
      <Confirm
        dangerous
        open={asking}
        title={t('sources.item.removeTitle')}
        text={t('sources.item.removeText')}
        action={t('sources.item.remove')}
        onConfirm={() => remove.mutate(item.id, { onSuccess: removed, onError: warn })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function Made({ articleIds }: { articleIds: string[] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h3 className="text-sm font-medium text-ink-soft">{t('sources.item.madeArticles')}</h3>
      <p className="mt-1.5 flex flex-wrap gap-x-3 gap-y-1 text-sm">
        {articleIds.slice(0, 30).map((articleId, place) => (
          <Link
            key={articleId}
            to="/knowledge/articles/$articleId"
            params={{ articleId }}
            className="text-accent underline underline-offset-3"
          >
            {t('sources.item.openArticle', { number: place + 1 })}
          </Link>
        ))}
        {articleIds.length > 30 && <span className="text-ink-faint">+{articleIds.length - 30}</span>}
      </p>
    </section>
  )
}
