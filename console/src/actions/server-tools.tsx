import type { McpServer } from '@lingxi/contract/mcp-server'
import { PlugZap, Wrench } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChooseMcpTools, useLookAtMcpServer } from '../api/mcp-server-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Empty, Refused, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { OfferedToolRow } from './offered-tool-row.tsx'
import { failureWords } from './server-failures.ts'
import { type Choice, choiceOf, choicesIn, faultsOf } from './tool-choices.ts'

/** The server is asked what it offers; what the bot may use of it is chosen. */
export function ServerTools({ server, onClose }: { server: McpServer; onClose: () => void }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const look = useLookAtMcpServer(server.id)
  const choose = useChooseMcpTools(server.id)
  const [changed, setChanged] = useState<Record<string, Choice>>({})
  const answered = !look.isFetching && look.data?.outcome === 'answered' ? look.data : undefined
  const tools = answered?.tools ?? []
  const chosenOf = (tool: string) => server.tools.find((each) => each.tool === tool)
  const choices = Object.fromEntries(
    tools.map((each) => [each.tool, changed[each.tool] ?? choiceOf(each, chosenOf(each.tool))]),
  )
  const sent = choicesIn(tools, choices)
  const faults = faultsOf(choose.error, sent)
  const save = () =>
    choose.mutate(
      { version: server.version, tools: sent },
      {
        onSuccess: () => {
          tell(t('mcpServers.look.saved'))
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      place="side"
      title={t('mcpServers.toolsOf', { name: server.name })}
      about={t('mcpServers.look.lead')}
      footer={
        <>
          <Button className="me-auto" disabled={look.isFetching} onClick={() => void look.refetch()}>
            <PlugZap />
            {t('mcpServers.look.again')}
          </Button>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button look="primary" disabled={!answered || choose.isPending} onClick={save}>
            {t('mcpServers.look.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Told look={look} />
        {answered && answered.gone.length > 0 && (
          <p className="rounded-lg bg-note px-3 py-2 text-sm text-note-ink">
            {t('mcpServers.look.gone', { tools: answered.gone.join(', ') })}
          </p>
        )}
        {Object.keys(faults).length === 0 && <Refused error={choose.error} />}
        {tools.map((tool) => (
          <OfferedToolRow
            key={tool.tool}
            serverId={server.id}
            tool={tool}
            choice={choices[tool.tool]!}
            fault={faults[tool.tool]}
            onChange={(more) => {
              choose.reset()
              setChanged({ ...changed, [tool.tool]: { ...choices[tool.tool]!, ...more } })
            }}
          />
        ))}
      </div>
    </Dialog>
  )
}

/** What came of asking. */
function Told({ look }: { look: ReturnType<typeof useLookAtMcpServer> }) {
  const { t, i18n } = useTranslation()
  const { data, error, isFetching } = look
  if (isFetching)
    return (
      <>
        <output className="text-sm text-ink-soft">{t('mcpServers.look.testing')}</output>
        <SkeletonRows count={3} className="h-20" />
      </>
    )
  if (!data) return <Refused error={error} />
  if (data.outcome === 'failed')
    return (
      <div role="alert" className="rounded-lg border border-danger-line bg-danger-soft px-3 py-2 text-sm text-danger">
        {t('mcpServers.look.failed')}
        <span className="mt-0.5 block text-xs opacity-90">{failureWords(i18n, data.reason)}</span>
      </div>
    )
  const { server, milliseconds, tools } = data
  return (
    <>
      <output className="text-sm text-ink-soft">
        {t('mcpServers.look.answered', { ...server, ms: milliseconds })}
      </output>
      {tools.length === 0 && <Empty icon={<Wrench />} title={t('mcpServers.look.none')} />}
    </>
  )
}
