/** The secret with which the company's site says who its customer is: made here, shown once, void when another is made. */
import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIdentitySecret, useRotateIdentitySecret } from '../api/staff-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { CopyOnce } from '../ui/copy-once.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Panel } from '../ui/page.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'

export function IdentityPanel() {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { warn } = useToast()
  const { data, error, refetch } = useIdentitySecret()
  const { mutate, isPending } = useRotateIdentitySecret()
  const [asking, setAsking] = useState(false)
  const [secret, setSecret] = useState<string>()
  const make = () => mutate(undefined, { onSuccess: (made) => setSecret(made.secret), onError: warn })
  return (
    <Panel
      title={t('settings.identity.heading')}
      lead={t('settings.identity.lead')}
      actions={
        data && (
          <Button size="small" disabled={isPending} onClick={data.createdAt ? () => setAsking(true) : make}>
            <Fingerprint />
            {t(data.createdAt ? 'settings.identity.renew' : 'settings.identity.make')}
          </Button>
        )
      }
    >
      {!data && !error && <SkeletonRows count={1} className="h-6" />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {data && (
        <p className="text-ink-soft">
          {data.createdAt ? t('settings.identity.since', { date: full(data.createdAt) }) : t('settings.identity.none')}
        </p>
      )}
      <Confirm
        dangerous
        open={asking}
        title={t('settings.identity.renewTitle')}
        text={t('settings.identity.renewText')}
        action={t('settings.identity.renew')}
        onConfirm={make}
        onClose={() => setAsking(false)}
      />
      <Dialog
        open={secret !== undefined}
        onClose={() => setSecret(undefined)}
        title={t('settings.identity.made')}
        about={t('settings.identity.madeText')}
        footer={<Button onClick={() => setSecret(undefined)}>{t('app.actions.close')}</Button>}
      >
        {secret && <CopyOnce text={secret} label={t('settings.identity.heading')} />}
      </Dialog>
    </Panel>
  )
}
