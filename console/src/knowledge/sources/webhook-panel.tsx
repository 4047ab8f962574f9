import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRotateSecret } from '../../api/source-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { useToast } from '../../ui/toast.tsx'
import { HowToTell, SecretOnce } from './secret-once.tsx'

export function WebhookPanel({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const mayRotate = useMay('admin')
  const [asking, setAsking] = useState(false)
  const [made, setMade] = useState<{ id: string; secret: string }>()
  const rotate = useRotateSecret(sourceId)
  const confirmed = () =>
    rotate.mutate(undefined, { onSuccess: ({ secret }) => setMade({ id: sourceId, secret }), onError: warn })
  return (
    <section className="flex flex-wrap items-end justify-between gap-4 rounded-2xl border border-line bg-surface p-5">
      <div className="min-w-0 flex-1 basis-72">
        <HowToTell sourceId={sourceId} />
      </div>
      {mayRotate ? (
        <Button disabled={rotate.isPending} onClick={() => setAsking(true)}>
          <KeyRound />
          {t('sources.secret.rotate')}
        </Button>
      ) : (
        <p className="text-xs text-ink-faint">{t('sources.secret.adminOnly')}</p>
      )}
      <Confirm
        open={asking}
        title={t('sources.secret.rotateTitle')}
        text={t('sources.secret.rotateText')}
        action={t('sources.secret.rotate')}
        onConfirm={confirmed}
        onClose={() => setAsking(false)}
      />
      <SecretOnce made={made} onClose={() => setMade(undefined)} />
    </section>
  )
}
