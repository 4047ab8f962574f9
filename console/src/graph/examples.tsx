import type { GraphExample } from '@lingxi/contract/graph-learning'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { examplesOnPage, useGraphExamples, useRemoveExample } from '../api/graph-learning-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/button.tsx'
import { Pager } from '../ui/pager.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { AddExamples } from './add-examples.tsx'
import { tellPath } from './example-text.ts'

/** Questions that people said the way of. */
export function Examples() {
  const { t } = useTranslation()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useGraphExamples(offset)
  return (
    <section aria-label={t('graph.learning.examples')} className="mt-6">
      <h3 className="font-semibold">{t('graph.learning.examples')}</h3>
      <p className="mt-1 text-sm text-ink-soft">{t('graph.learning.examplesText')}</p>
      <AddExamples />
      {data && data.total > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {data.examples.map((example) => (
            <Example key={example.id} example={example} />
          ))}
        </ul>
      )}
      {data?.total === 0 && <p className="mt-4 text-sm text-ink-faint">{t('graph.learning.noExamples')}</p>}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} />)}
      {data && (
        <Pager
          label={t('graph.learning.examples')}
          offset={offset}
          size={examplesOnPage}
          total={data.total}
          onChange={setOffset}
        />
      )}
    </section>
  )
}

function Example({ example: { id, question, path, fault } }: { example: GraphExample }) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const remove = useRemoveExample()
  return (
    <li className="flex items-start gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="break-words">{question}</p>
        <p className="mt-0.5 text-sm break-words text-ink-soft">{tellPath(path)}</p>
        {fault && <Badge tone="warm">{t(`graph.learning.faults.${fault}`)}</Badge>}
      </div>
      <IconButton
        label={t('graph.learning.remove', { question })}
        disabled={remove.isPending}
        onClick={() => remove.mutate(id, { onError: warn })}
      >
        <Trash2 />
      </IconButton>
    </li>
  )
}
