/** One relation with the words of the article that state it, and what people say of it. */
import type { GraphEdgeView } from '@lingxi/contract/graph'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCurate } from '../api/graph-queries.ts'
import { useArticle } from '../api/knowledge-queries.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { QuotedText } from '../ui/quoted-text.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { tellEdge } from './edge-list.tsx'

type Props = { edge: GraphEdgeView; mayCurate: boolean; onClose: () => void }

export function EdgeDetails({ edge, mayCurate, onClose }: Props) {
  const { t } = useTranslation()
  const about = t('graph.edge.method', {
    method: t(`graph.methods.${edge.method}`),
    confidence: Math.round(edge.confidence * 100),
  })
  return (
    <Dialog
      open
      onClose={onClose}
      place="side"
      title={tellEdge(edge)}
      about={about}
      footer={mayCurate && <Verdicts edge={edge} onDone={onClose} />}
    >
      {edge.source ? <Source source={edge.source} /> : <p className="text-ink-soft">{t('graph.edge.person')}</p>}
    </Dialog>
  )
}

function Source({ source }: { source: NonNullable<GraphEdgeView['source']> }) {
  const { t } = useTranslation()
  const { data: article, error, refetch } = useArticle(source.articleId)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!article) return <SkeletonRows count={3} />
  const { start, end } = source
  return (
    <>
      <p className="mb-3 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <span className="min-w-0 flex-1">
          {t('graph.edge.source')}: {article.title}
        </span>
        <Link
          to="/knowledge/articles/$articleId"
          params={{ articleId: source.articleId }}
          className={buttonClass('outline', 'small')}
        >
          {t('graph.edge.open')}
        </Link>
      </p>
      <QuotedText
        body={article.body}
        quoted={{ start, end, quote: article.body.slice(start, end) }}
        missing={t('graph.edge.missing')}
      />
    </>
  )
}

function Verdicts({ edge, onDone }: { edge: GraphEdgeView; onDone: () => void }) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const { judge, remove } = useCurate()
  const say = (verdict: GraphEdgeView['verdict']) =>
    judge.mutate({ id: edge.id, verdict }, { onSuccess: onDone, onError: warn })
  return (
    <>
      {edge.method === 'person' && (
        <Button look="danger" onClick={() => remove.mutate(edge.id, { onSuccess: onDone, onError: warn })}>
          {t('graph.edge.remove')}
        </Button>
      )}
      {edge.verdict && (
        <Button look="quiet" onClick={() => say(null)}>
          {t('graph.edge.undo')}
        </Button>
      )}
      {edge.verdict !== 'rejected' && <Button onClick={() => say('rejected')}>{t('graph.edge.reject')}</Button>}
      {edge.verdict !== 'confirmed' && (
        <Button look="primary" onClick={() => say('confirmed')}>
          {t('graph.edge.confirm')}
        </Button>
      )}
    </>
  )
}
