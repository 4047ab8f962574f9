import type { Source } from '@lingxi/contract/source'
import { Link } from '@tanstack/react-router'
import { Files, FolderOpen, Globe, type LucideIcon, ShoppingBag, Webhook } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../i18n/when.ts'
import { Badge } from '../../ui/badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { type FormKind, kindOf } from './source-form.ts'
import { SourceState } from './source-state.tsx'

const kindIcons: Record<FormKind, LucideIcon> = {
  upload: Files,
  catalogue: ShoppingBag,
  folder: FolderOpen,
  site: Globe,
  webhook: Webhook,
}

const head = 'px-3 py-2 text-start font-medium whitespace-nowrap'

export function SourceTable({ sources }: { sources: Source[] }) {
  const { t } = useTranslation()
  return (
    <table className="w-full">
      <thead className="hidden border-b border-line bg-sunken text-xs text-ink-faint md:table-header-group">
        <tr>
          <th className={`${head} ps-5`}>{t('sources.columns.name')}</th>
          <th className={head}>{t('sources.columns.state')}</th>
          <th className={head}>{t('sources.columns.documents')}</th>
          <th className={head}>{t('sources.columns.lastRun')}</th>
          <th className={`${head} pe-5`}>{t('sources.columns.nextRun')}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </tbody>
    </table>
  )
}

/** On a narrow screen its cells stand below one another. */
function SourceRow({ source }: { source: Source }) {
  const { t } = useTranslation()
  const { short } = useWhen()
  const { items, refusedItems, lastRun } = source
  return (
    <tr className="relative flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3.5 hover:bg-hover md:table-row md:p-0">
      <td className="w-full md:w-auto md:py-3.5 md:ps-5 md:pe-3">
        <SourceName source={source} />
      </td>
      <td className="md:px-3">
        <SourceState source={source} />
      </td>
      <td className="text-sm whitespace-nowrap md:px-3">
        {t('sources.documents', { count: items })}
        {refusedItems > 0 && (
          <span className="ms-2 text-danger md:ms-0 md:block">
            {t('sources.refusedDocuments', { count: refusedItems })}
          </span>
        )}
      </td>
      <td className={classNames('text-sm whitespace-nowrap text-ink-soft md:px-3', !lastRun && 'hidden md:table-cell')}>
        {lastRun ? short(lastRun.endedAt ?? lastRun.createdAt) : '–'}
      </td>
      <td className="hidden text-sm whitespace-nowrap text-ink-soft md:table-cell md:ps-3 md:pe-5">
        <NextRun source={source} />
      </td>
    </tr>
  )
}

function SourceName({ source }: { source: Source }) {
  const { t } = useTranslation()
  const kind = kindOf(source)
  const Icon = kindIcons[kind]
  return (
    <span className="flex items-center gap-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-xl bg-accent-soft text-accent">
        <Icon className="size-4.5" strokeWidth={1.75} />
      </span>
      <span className="min-w-0">
        <Link
          to="/knowledge/sources/$sourceId"
          params={{ sourceId: source.id }}
          className="font-medium after:absolute after:inset-0"
        >
          {source.name}
        </Link>
        <span className="flex flex-wrap items-center gap-1.5 text-sm text-ink-soft">
          {t(`sources.kinds.${kind}`)}
          {source.audience.kind !== 'public' && <Badge>{t(`sources.audience.${source.audience.kind}`)}</Badge>}
        </span>
      </span>
    </span>
  )
}

export function NextRun({ source }: { source: Source }) {
  const { t } = useTranslation()
  const { short } = useWhen()
  if (source.nextAt) return short(source.nextAt)
  if (source.paused) return t('sources.paused')
  return t(source.place.kind === 'webhook' ? 'sources.whenTold' : 'sources.onDemand')
}
