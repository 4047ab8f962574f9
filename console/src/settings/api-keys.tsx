import type { ApiKey } from '@lingxi/contract/staff'
import { KeyRound, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiKeys, useRemoveApiKey } from '../api/staff-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Panel } from '../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { AddApiKey } from './add-api-key.tsx'
import { ChangeApiKey } from './change-api-key.tsx'

export function ApiKeys() {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const { data, error, refetch } = useApiKeys(true)
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<ApiKey>()
  const [removing, setRemoving] = useState<ApiKey>()
  const remove = useRemoveApiKey()
  const confirmed = () =>
    removing && remove.mutate(removing.id, { onSuccess: () => void tell(t('settings.removedKey')), onError: warn })
  return (
    <Panel
      title={t('settings.keys')}
      lead={t('settings.keysText')}
      actions={
        <Button size="small" onClick={() => setAdding(true)}>
          <Plus />
          {t('settings.addKey')}
        </Button>
      }
    >
      {!data && !error && <SkeletonRows count={2} className="h-12" />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.apiKeys.length === 0 && (
        <Empty icon={<KeyRound />} title={t('settings.noKeys')} text={t('settings.noKeysText')} />
      )}
      <ul className="flex flex-col divide-y divide-line">
        {data?.apiKeys.map((key) => (
          <KeyRow key={key.id} apiKey={key} onChange={() => setChanging(key)} onRemove={() => setRemoving(key)} />
        ))}
      </ul>
      <AddApiKey open={adding} onClose={() => setAdding(false)} />
      {changing && <ChangeApiKey apiKey={changing} onClose={() => setChanging(undefined)} />}
      <Confirm
        dangerous
        open={removing !== undefined}
        title={t('settings.removeKeyTitle', { name: removing?.name ?? '' })}
        text={t('settings.removeKeyText')}
        action={t('app.actions.remove')}
        onConfirm={confirmed}
        onClose={() => setRemoving(undefined)}
      />
    </Panel>
  )
}

type KeyRowProps = { apiKey: ApiKey; onChange: () => void; onRemove: () => void }

function KeyRow({ apiKey, onChange, onRemove }: KeyRowProps) {
  const { t } = useTranslation()
  const { date, full } = useWhen()
  return (
    <li className="flex items-center gap-3 py-2.5 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {apiKey.name} <code className="ms-1 font-mono text-xs text-ink-faint">{apiKey.hint}</code>
        </p>
        <p className="text-xs text-ink-faint">
          {t('settings.created', { date: date(apiKey.createdAt) })} ·{' '}
          {t('settings.lastUsed', { date: apiKey.lastUsedAt ? full(apiKey.lastUsedAt) : t('app.time.never') })}
        </p>
        <p className="mt-1.5 flex flex-wrap gap-1">
          {apiKey.scopes.map((scope) => (
            <Badge key={scope}>{t(`settings.scope.${scope}.name`)}</Badge>
          ))}
          {apiKey.scopes.length === 0 && <Badge tone="warm">{t('settings.noScopes')}</Badge>}
        </p>
      </div>
      <IconButton label={t('settings.changeKey', { name: apiKey.name })} onClick={onChange}>
        <Pencil />
      </IconButton>
      <IconButton label={t('settings.removeKey', { name: apiKey.name })} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </li>
  )
}
