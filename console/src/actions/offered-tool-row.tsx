import { cares, effects } from '@lingxi/contract/action'
import type { OfferedTool } from '@lingxi/contract/mcp-server'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useTryMcpTool } from '../api/mcp-server-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { failureWords } from './server-failures.ts'
import type { Choice } from './tool-choices.ts'
import { Shown, Tried, TryBox } from './try-box.tsx'

type RowProps = {
  serverId: string
  tool: OfferedTool
  choice: Choice
  /** Why the choice was refused. */
  fault: string | undefined
  onChange: (more: Partial<Choice>) => void
}

export function OfferedToolRow({ serverId, tool, choice, fault, onChange }: RowProps) {
  const { t, i18n } = useTranslation()
  const headingId = useId()
  const { title, description, says, there, wrong } = tool
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3 rounded-xl border border-line p-4">
      <div className="flex flex-col gap-1">
        <h3 id={headingId} className="font-medium break-words">
          {title} {title !== tool.tool && <code className="ms-1 font-mono text-xs text-ink-faint">{tool.tool}</code>}
        </h3>
        <p className="flex flex-wrap gap-1.5 empty:hidden">
          {says.onlyLooks && <Badge tone="info">{t('mcpServers.look.reads')}</Badge>}
          {says.destroys && <Badge tone="danger">{t('mcpServers.look.destroys')}</Badge>}
          {there === 'changed' && <Badge tone="warm">{t('mcpServers.look.changed')}</Badge>}
        </p>
        {description && (
          <p className="max-h-40 overflow-y-auto text-sm break-words whitespace-pre-line text-ink-soft">
            {description}
          </p>
        )}
        {there === 'changed' && <p className="text-sm text-note-ink">{t('mcpServers.look.changedText')}</p>}
      </div>
      {wrong === null ? (
        <>
          <Toggle label={t('mcpServers.look.use')} checked={choice.used} onChange={(used) => onChange({ used })} />
          {choice.used && <ChoiceFields choice={choice} onChange={onChange} />}
        </>
      ) : (
        <p className="text-sm text-danger">{t('mcpServers.look.wrong', { why: wrong })}</p>
      )}
      {fault && (
        <p role="alert" className="text-sm text-danger">
          {failureWords(i18n, fault)}
        </p>
      )}
      <TryOffered serverId={serverId} tool={tool} />
    </section>
  )
}

type FieldsProps = Pick<RowProps, 'choice' | 'onChange'>

function ChoiceFields({ choice, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const texts = [
    { name: 'name', label: t('mcpServers.look.name') },
    { name: 'titleZh', label: t('actions.form.titleZh') },
    { name: 'titleEn', label: t('actions.form.titleEn') },
  ] as const
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t('mcpServers.look.effect')}>
        {({ id }) => (
          <Select
            id={id}
            label={t('mcpServers.look.effect')}
            value={choice.effect}
            options={effects.map((value) => ({ value, label: t(`actions.effects.${value}`) }))}
            onChange={(effect) => onChange({ effect })}
          />
        )}
      </Field>
      {choice.effect === 'act' && (
        <Field label={t('mcpServers.look.care')}>
          {({ id }) => (
            <Select
              id={id}
              label={t('mcpServers.look.care')}
              value={choice.care}
              options={cares.map((value) => ({ value, label: t(`actions.cares.${value}`) }))}
              onChange={(care) => onChange({ care })}
            />
          )}
        </Field>
      )}
      {texts.map(({ name, label }) => (
        <Field key={name} label={label} className={name === 'name' ? 'sm:col-span-2' : ''}>
          {(names) => (
            <TextInput
              {...names}
              spellCheck={false}
              value={choice[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

function TryOffered({ serverId, tool }: Pick<RowProps, 'serverId' | 'tool'>) {
  const { t, i18n } = useTranslation()
  const { mutate, data, error, isPending } = useTryMcpTool(serverId)
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-ink-soft hover:text-ink">{t('mcpServers.look.tryIt')}</summary>
      <div className="mt-3 flex flex-col gap-3">
        <p className="text-ink-soft">{t('actions.trying.lead')}</p>
        <Shown title={t('mcpServers.look.input')} text={JSON.stringify(tool.input, null, 2)} />
        <TryBox
          initial={JSON.stringify(emptyFor(tool.input))}
          error={error}
          isPending={isPending}
          onSend={(input) => mutate({ tool: tool.tool, input })}
        >
          {data && <Tried tried={data} reason={data.reason && failureWords(i18n, data.reason)} />}
        </TryBox>
      </div>
    </details>
  )
}

/** What has to be there, to be filled in. */
function emptyFor({ required }: OfferedTool['input']): Record<string, string> {
  const names = Array.isArray(required) ? required : []
  return Object.fromEntries(names.flatMap((name) => (typeof name === 'string' ? [[name, '']] : [])))
}
