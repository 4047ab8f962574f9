import { GraduationCap, Sparkles, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLearn, useRelations, useRollBack } from '../../api/relations-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Sections } from '../sections.tsx'
import { Version } from './version.tsx'

/** What was learnt, version by version, with what it was measured to bring. */
export function Relations() {
  const { t } = useTranslation()
  const mayEdit = useMay('supervisor')
  const { data, error, refetch } = useRelations()
  return (
    <Page
      title={t('knowledge.heading')}
      below={<Sections />}
      actions={mayEdit && data && <Acts versions={data.versions} />}
    >
      <p className="max-w-3xl text-ink-soft">{t('relations.lead')}</p>
      <ul aria-live="polite" className="mt-4 flex flex-col gap-3">
        {data?.versions.map((version) => (
          <li key={version.version}>
            <Version version={version} />
          </li>
        ))}
      </ul>
      {data?.versions.length === 0 && (
        <Empty icon={<GraduationCap />} title={t('relations.empty')} text={t('relations.emptyText')} />
      )}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} />)}
    </Page>
  )
}

type Versions = NonNullable<ReturnType<typeof useRelations>['data']>['versions']

function Acts({ versions }: { versions: Versions }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const learn = useLearn()
  const rollBack = useRollBack()
  const learning = versions.some(({ state }) => state === 'requested')
  return (
    <>
      {versions.some(({ active }) => active) && (
        <Button
          disabled={rollBack.isPending}
          onClick={() =>
            rollBack.mutate(undefined, { onSuccess: () => tell(t('relations.rolledBack')), onError: warn })
          }
        >
          <Undo2 />
          {t('relations.rollBack')}
        </Button>
      )}
      <Button
        look="primary"
        disabled={learning || learn.isPending}
        onClick={() => learn.mutate(undefined, { onSuccess: () => tell(t('relations.trainStarted')), onError: warn })}
      >
        <Sparkles />
        {t(learning ? 'relations.training' : 'relations.train')}
      </Button>
    </>
  )
}
