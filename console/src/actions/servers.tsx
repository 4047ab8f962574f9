import type { McpServer } from '@lingxi/contract/mcp-server'
import { Pencil, Plug, Wrench } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMcpServers } from '../api/mcp-server-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { circuitTones } from './circuit-tones.ts'
import { ServerDialog } from './server-dialog.tsx'
import { failureWords } from './server-failures.ts'
import { ServerTools } from './server-tools.tsx'

/** `new` while one is added. */
type Editing = McpServer | 'new' | undefined

/** Servers of the Model Context Protocol; after one was saved its tools are chosen. */
export function Servers({ mayChange, adding, onAdded }: { mayChange: boolean; adding: boolean; onAdded: () => void }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useMcpServers()
  const [changing, setChanging] = useState<McpServer>()
  const [choosing, setChoosing] = useState<McpServer>()
  if (!data && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows count={3} className="h-16" />
  const editing: Editing = adding ? 'new' : changing
  const close = (saved?: McpServer) => {
    onAdded()
    setChanging(undefined)
    if (saved && editing === 'new') setChoosing(saved)
  }
  const closeTools = () => {
    setChoosing(undefined)
    // How the server answered is told in its row.
    void refetch()
  }
  return (
    <>
      {data.servers.length === 0 ? (
        <Empty icon={<Plug />} title={t('mcpServers.none')} text={t('mcpServers.noneText')} />
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
          {data.servers.map((server) => (
            <ServerRow
              key={server.id}
              server={server}
              {...(mayChange && { onChange: () => setChanging(server), onChoose: () => setChoosing(server) })}
            />
          ))}
        </ul>
      )}
      {editing && (
        <ServerDialog
          key={editing === 'new' ? editing : editing.id}
          server={editing === 'new' ? undefined : editing}
          programs={data.programs}
          onClose={close}
        />
      )}
      {choosing && <ServerTools key={choosing.id} server={choosing} onClose={closeTools} />}
    </>
  )
}

function ServerRow(props: { server: McpServer; onChange?: () => void; onChoose?: () => void }) {
  const { server, onChange, onChoose } = props
  const { t, i18n } = useTranslation()
  const { full } = useWhen()
  const { name, place, tools, lately, circuit, paused } = server
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-48 flex-1">
        <p className="font-medium">{name}</p>
        <p className="font-mono text-xs break-all text-ink-faint">
          {place.kind === 'http' ? place.url : `${t('mcpServers.program')} ${place.program}`}
        </p>
        {lately && (
          <p className={classNames('text-xs', lately.reason === null ? 'text-ink-faint' : 'text-danger')}>
            {lately.reason === null
              ? t('mcpServers.answered', { when: full(lately.at) })
              : t('mcpServers.failedAt', { why: failureWords(i18n, lately.reason), when: full(lately.at) })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <Badge tone={tools.length > 0 ? 'accent' : 'plain'}>{t('mcpServers.used', { count: tools.length })}</Badge>
        {paused && <Badge tone="danger">{t('actions.paused')}</Badge>}
        {circuit !== 'closed' && <Badge tone={circuitTones[circuit]}>{t(`actions.circuits.${circuit}`)}</Badge>}
        {onChoose && (
          <Button size="small" aria-label={t('mcpServers.toolsOf', { name })} onClick={onChoose}>
            <Wrench />
            {t('mcpServers.tools')}
          </Button>
        )}
        {onChange && (
          <IconButton label={t('mcpServers.change', { name })} onClick={onChange}>
            <Pencil />
          </IconButton>
        )}
      </div>
    </li>
  )
}
