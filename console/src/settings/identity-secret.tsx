import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIdentitySecret, useRotateIdentitySecret } from '../api/staff-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { CopyOnce } from '../ui/copy-once.tsx'
import { Panel } from '../ui/page.tsx'
import { Refused } from '../ui/states.tsx'

/** The secret with which the company's site signs who its customer is: made here, shown this once. */
export function IdentitySecret() {
  const { t } = useTranslation()
  const { full } = useWhen()
  const [asking, setAsking] = useState(false)
  const { data } = useIdentitySecret()
  const rotate = useRotateIdentitySecret()
  const make = () => rotate.mutate(undefined)
  const createdAt = data?.createdAt
  return (
    <Panel title={t('settings.identity')}>
      <div className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{t('settings.identityText')}</p>
        <Refused error={rotate.error} />
        {rotate.data && (
          <>
            <CopyOnce text={rotate.data.secret} label={t('settings.identity')} />
            <p className="text-sm text-ink-faint">{t('settings.keyText')}</p>
          </>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className="text-sm text-ink-faint">
            {createdAt ? t('settings.created', { date: full(createdAt) }) : t('settings.noIdentity')}
          </span>
          <Button onClick={createdAt ? () => setAsking(true) : make} disabled={!data || rotate.isPending}>
            {t(createdAt ? 'settings.renewIdentity' : 'settings.makeIdentity')}
          </Button>
        </div>
      </div>
      <Confirm
        dangerous
        open={asking}
        title={t('settings.renewIdentityTitle')}
        text={t('settings.renewIdentityText')}
        action={t('settings.renewIdentity')}
        onConfirm={make}
        onClose={() => setAsking(false)}
      />
    </Panel>
  )
}
