import type { Source } from '@lingxi/contract/source'
import { useTranslation } from 'react-i18next'
import { useSourceTrust, useTrustSource } from '../../api/source-queries.ts'
import { useStaff } from '../../api/staff-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { useWhen } from '../../i18n/when.ts'
import { useToast } from '../../ui/toast.tsx'
import { Toggle } from '../../ui/toggle.tsx'

const mostShown = 5

/** Whether what comes from here goes live without a review, and who said so. Administrators decide, keepers see it. */
export function TrustPanel({ source: { id, trusted } }: { source: Source }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const { full } = useWhen()
  const mayTrust = useMay('admin')
  const { data } = useSourceTrust(id)
  const { data: people } = useStaff()
  const trust = useTrustSource(id)
  const nameOf = (staffId: string) =>
    people?.staff.find((one) => one.id === staffId)?.name ?? t('sources.trust.somebody')
  const change = (next: boolean) =>
    trust.mutate(next, { onSuccess: () => tell(t(next ? 'sources.trust.on' : 'sources.trust.off')), onError: warn })
  return (
    <section aria-label={t('sources.trust.label')} className="rounded-2xl border border-line bg-surface p-5">
      <Toggle
        label={t('sources.trust.label')}
        hint={t(mayTrust ? 'sources.trust.hint' : 'sources.trust.adminOnly')}
        checked={trusted}
        disabled={!mayTrust || trust.isPending}
        onChange={change}
      />
      {data && data.said.length > 0 && (
        <ul className="mt-3 border-t border-line pt-2 text-xs text-ink-faint">
          {data.said.slice(0, mostShown).map(({ trusted: wasTrusted, by, at }) => (
            <li key={at} className="py-0.5">
              {t(wasTrusted ? 'sources.trust.saidYes' : 'sources.trust.saidNo', { name: nameOf(by) })} ·{' '}
              <time dateTime={at}>{full(at)}</time>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
