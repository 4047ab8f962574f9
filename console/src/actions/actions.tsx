import type { ActionEntry } from '@lingxi/contract/action-routes'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, FileDown, Pencil, Plus, Zap } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useHttpTool } from '../api/action-queries.ts'
import { useMay } from '../api/use-session.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { circuitTones } from './circuit-tones.ts'
import { ImportOpenApi } from './import-open-api.tsx'
import { Runs } from './runs.tsx'
import { Servers } from './servers.tsx'
import { ToolDialog } from './tool-dialog.tsx'

type Editing = { id: string | undefined }

export function Actions() {
  const { t } = useTranslation()
  const mayChange = useMay('admin')
  const [tab, setTab] = useState<'list' | 'servers' | 'runs'>('list')
  const [editing, setEditing] = useState<Editing>()
  const [importing, setImporting] = useState(false)
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t('actions.heading')}
      lead={mayChange ? t('actions.lead') : t('app.states.readOnly', { role: t('app.roles.admin') })}
      before={
        <Link to="/settings" aria-label={t('settings.heading')} className="text-ink-soft hover:text-ink">
          <ArrowLeft className="size-5" />
        </Link>
      }
      actions={
        mayChange &&
        (tab === 'servers' ? (
          <Button look="primary" onClick={() => setAdding(true)}>
            <Plus />
            {t('mcpServers.add')}
          </Button>
        ) : (
          <>
            <Button onClick={() => setImporting(true)}>
              <FileDown />
              {t('actions.importing')}
            </Button>
            <Button look="primary" onClick={() => setEditing({ id: undefined })}>
              <Plus />
              {t('actions.add')}
            </Button>
          </>
        ))
      }
    >
      <Tabs
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'list', label: t('actions.tabs.list') },
          { value: 'servers', label: t('mcpServers.tab') },
          { value: 'runs', label: t('actions.tabs.runs') },
        ]}
      >
        {tab === 'list' && <ActionList onEdit={mayChange ? (id) => setEditing({ id }) : undefined} />}
        {tab === 'servers' && <Servers mayChange={mayChange} adding={adding} onAdded={() => setAdding(false)} />}
        {tab === 'runs' && <Runs />}
      </Tabs>
      {editing && <Edited id={editing.id} onClose={() => setEditing(undefined)} />}
      {importing && <ImportOpenApi onClose={() => setImporting(false)} />}
    </Page>
  )
}

/** Opens once what is saved has come. */
function Edited({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { data } = useHttpTool(id)
  if (id !== undefined && !data) return null
  // Not by its version: what somebody writes stays when a colleague has saved meanwhile, and is told so.
  return <ToolDialog key={data?.id ?? 'new'} tool={data} onClose={onClose} />
}

function ActionList({ onEdit }: { onEdit: ((id: string) => void) | undefined }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useActions()
  if (!data && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows count={5} className="h-16" />
  if (data.actions.length === 0) return <Empty icon={<Zap />} title={t('actions.none')} />
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
      {data.actions.map((action) => (
        <ActionRow key={action.name} action={action} onEdit={onEdit} />
      ))}
    </ul>
  )
}

function ActionRow({ action, onEdit }: { action: ActionEntry; onEdit: ((id: string) => void) | undefined }) {
  const { t, i18n } = useTranslation()
  const { title, name, toolId, circuit } = action
  const shown = (i18n.language === 'en' ? (title.en ?? title.zh) : (title.zh ?? title.en)) ?? name
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
      <div className="min-w-48 flex-1">
        <p className="font-medium">
          {shown} <code className="ms-1 font-mono text-xs text-ink-faint">{name}</code>
        </p>
        <p className="text-xs text-ink-faint">{t('actions.lately', action.lately)}</p>
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <Badge>{t(`actions.by.${action.by}`)}</Badge>
        <Badge tone={action.effect === 'act' ? 'warm' : 'info'}>{t(`actions.effects.${action.effect}`)}</Badge>
        {action.care !== 'none' && <Badge>{t(`actions.cares.${action.care}`)}</Badge>}
        {action.paused && <Badge tone="danger">{t('actions.paused')}</Badge>}
        {circuit && <Badge tone={circuitTones[circuit]}>{t(`actions.circuits.${circuit}`)}</Badge>}
        {toolId && onEdit && (
          <IconButton label={t('actions.edit', { name })} onClick={() => onEdit(toolId)}>
            <Pencil />
          </IconButton>
        )}
      </div>
    </li>
  )
}
