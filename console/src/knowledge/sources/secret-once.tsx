import { useTranslation } from 'react-i18next'
import { CopyOnce } from '../../ui/copy-once.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type SecretOnceProps = { made: { id: string; secret: string } | undefined; onClose: () => void }

/** The secret of a webhook, this once, with what the other system has to know. */
export function SecretOnce({ made, onClose }: SecretOnceProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      open={made !== undefined}
      onClose={onClose}
      title={t('sources.secret.title')}
      about={t('sources.secret.text')}
    >
      {made && (
        <div className="flex flex-col gap-4">
          <CopyOnce text={made.secret} label={t('sources.secret.title')} />
          <HowToTell sourceId={made.id} />
        </div>
      )}
    </Dialog>
  )
}

export function HowToTell({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation()
  return (
    <dl className="text-sm">
      <dt className="font-medium text-ink-soft">{t('sources.secret.address')}</dt>
      <dd className="mt-1">
        <code className="rounded-md bg-sunken px-1.5 py-0.5 font-mono break-all select-all">
          {`POST ${location.origin}/api/v1/knowledge/sources/${sourceId}/events`}
        </code>
        <p className="mt-2 text-ink-soft">
          {t('sources.secret.sign', { header: 'lingxi-signature: t=SECONDS,v1=HEX' })}
        </p>
      </dd>
    </dl>
  )
}
