import { GraduationCap, Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useGraphModels, useLearnGraph } from '../api/graph-learning-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { Examples } from './examples.tsx'
import { ModelVersion } from './model-version.tsx'

/** What the graph learnt of how people ask, version by version, and the examples that people give. */
export function GraphLearning({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const { data, error, refetch } = useGraphModels()
  const learn = useLearnGraph()
  const learning = data?.versions.some(({ state }) => state === 'requested') ?? false
  return (
    <Dialog
      open
      onClose={onClose}
      place="side"
      title={t('graph.learning.heading')}
      about={t('graph.learning.about')}
      footer={
        <Button
          look="primary"
          disabled={!data || learning || learn.isPending}
          onClick={() => learn.mutate(undefined, { onSuccess: () => tell(t('graph.learning.started')), onError: warn })}
        >
          <Sparkles />
          {t(learning ? 'graph.learning.going' : 'graph.learning.now')}
        </Button>
      }
    >
      <section aria-label={t('graph.learning.versions')} aria-live="polite">
        {data && data.versions.length > 0 && (
          <ul className="flex flex-col gap-3">
            {data.versions.map((version) => (
              <li key={version.version}>
                <ModelVersion version={version} />
              </li>
            ))}
          </ul>
        )}
        {data?.versions.length === 0 && (
          <Empty icon={<GraduationCap />} title={t('graph.learning.none')} text={t('graph.learning.noneText')} />
        )}
        {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} />)}
      </section>
      <Examples />
    </Dialog>
  )
}
