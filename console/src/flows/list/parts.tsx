import type { FlowPartKind } from '@lingxi/contract/flow-finding'
import type { FlowPartSummary } from '@lingxi/contract/flow-versions'
import { Link } from '@tanstack/react-router'
import { Plus, SearchX, Workflow } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFlowDraft, useFlowParts } from '../../api/flow-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { said } from '../said.ts'
import { NewPart } from './new-part.tsx'
import { PartMenu } from './part-menu.tsx'

export const Flows = () => <Parts kind="flow" />
export const Slots = () => <Parts kind="slot" />
export const Tables = () => <Parts kind="table" />

/** The flows, slots or tables of the draft. */
function Parts({ kind }: { kind: FlowPartKind }) {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  const [q, setQ] = useState('')
  const [isAdding, setAdding] = useState(false)
  const { data: parts, error, refetch } = useFlowParts(kind)
  if (!parts)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} className="h-12" />
  const sought = q.trim().toLowerCase()
  const found = parts.filter(({ name, title }) => [name, title.zh, title.en].join(' ').toLowerCase().includes(sought))
  return (
    <>
      <p className="-mt-1 mb-4 text-sm text-ink-soft">{t(`flows.leads.${kind}`)}</p>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchInput
          label={t('flows.search')}
          placeholder={t('flows.search')}
          value={q}
          onChange={setQ}
          className="min-w-full flex-1 sm:min-w-52"
        />
        {mayChange && (
          <Button look="primary" onClick={() => setAdding(true)}>
            <Plus />
            {t(`flows.add.${kind}`)}
          </Button>
        )}
      </div>
      {parts.length === 0 && (
        <Empty icon={<Workflow />} title={t(`flows.empty.${kind}`)} text={t(`flows.emptyText.${kind}`)} />
      )}
      {parts.length > 0 && found.length === 0 && <Empty icon={<SearchX />} title={t('flows.noneFits')} />}
      {found.length > 0 && (
        <ul className="overflow-hidden rounded-2xl border border-line bg-surface">
          {found.map((part) => (
            <PartRow key={part.name} part={part} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {isAdding && <NewPart kind={kind} taken={parts.map(({ name }) => name)} onClose={() => setAdding(false)} />}
    </>
  )
}

function PartRow({ part, mayChange }: { part: FlowPartSummary; mayChange: boolean }) {
  const { t, i18n } = useTranslation()
  const { kind, name, title, size, errors, warnings, change } = part
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2.5 ps-5 pe-2 first:border-t-0 hover:bg-hover">
      <span className="min-w-0 flex-1 basis-52">
        <Link
          to="/flows/edit/$kind/$name"
          params={{ kind, name }}
          className="font-medium break-words after:absolute after:inset-0"
        >
          {said(title, i18n.language) || name}
        </Link>
        <span className="block truncate text-sm text-ink-faint">
          <code className="text-xs">{name}</code>
          {kind === 'flow' && <Triggers name={name} />}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-1.5">
        {errors > 0 && <Badge tone="danger">{t('flows.errors', { count: errors })}</Badge>}
        {warnings > 0 && <Badge tone="warm">{t('flows.warnings', { count: warnings })}</Badge>}
        {change !== 'same' && <Badge tone="info">{t(`flows.change.${change}`)}</Badge>}
        <span className="text-sm text-ink-soft tabular-nums">{t(`flows.size.${kind}`, { count: size })}</span>
      </span>
      <span className="relative z-1 min-h-8.5 min-w-8.5">{mayChange && <PartMenu part={part} />}</span>
    </li>
  )
}

/** What begins a flow, in the words it is written with. */
function Triggers({ name }: { name: string }) {
  const { data } = useFlowDraft()
  const triggers = data?.set.flows[name]?.triggers ?? []
  const words = triggers.map(({ intent, entity, event, page, schedule }) =>
    [intent, entity, event, page, schedule].filter(Boolean).join(' + '),
  )
  return words.length > 0 && ` · ${words.join(', ')}`
}
