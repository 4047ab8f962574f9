import type { Example, Intent } from '@lingxi/contract/teaching'
import { MessageSquareDashed, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { examplesOnPage, useExamples } from '../../api/teaching-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ExampleRow } from './example-row.tsx'
import { askedBy, Filters, wide } from './filters.tsx'

type Scope = { intentId?: string; outOfScope?: boolean; entityType?: string }

/** The examples of a scope, found, chosen, changed one by one or many at once. */
export function Examples({ scope, intents }: { scope: Scope; intents: Intent[] }) {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  const [narrowing, setNarrowing] = useState(wide)
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const query = useExamples({ ...scope, ...askedBy(useDeferredValue(narrowing)), offset })
  const ids = query.data?.examples.map(({ id }) => id) ?? []
  const here = ids.filter((id) => chosen.has(id))
  const goTo = (next: number) => {
    setOffset(next)
    setChosen(new Set())
  }
  const choose = (some: string[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const id of some)
      if (isChosen) next.add(id)
      else next.delete(id)
    setChosen(next)
  }
  return (
    <section aria-label={t('teaching.examples')}>
      <div className="flex flex-wrap items-center gap-2">
        {mayChange && ids.length > 0 && (
          <span className="ps-4 pe-1">
            <Checkbox
              label={t('teaching.chooseAll')}
              checked={here.length === ids.length}
              some={here.length > 0 && here.length < ids.length}
              onChange={(isChosen) => choose(ids, isChosen)}
            />
          </span>
        )}
        <Filters
          narrowing={narrowing}
          onChange={(next) => {
            setNarrowing(next)
            goTo(0)
          }}
        />
      </div>
      {here.length > 0 && <BulkBar ids={here} intentId={scope.intentId} onDone={() => setChosen(new Set())} />}
      <List
        query={query}
        isNarrowed={Object.keys(askedBy(narrowing)).length > 0}
        chosen={chosen}
        intents={scope.intentId || scope.outOfScope ? undefined : intents}
        onChoose={mayChange ? choose : undefined}
      />
      <Pager
        label={t('teaching.pages')}
        offset={offset}
        size={examplesOnPage}
        total={query.data?.total ?? 0}
        onChange={goTo}
      />
    </section>
  )
}

type ListProps = {
  query: ReturnType<typeof useExamples>
  isNarrowed: boolean
  chosen: ReadonlySet<string>
  /** Where the intent of each is to be told. */
  intents: Intent[] | undefined
  onChoose: ((ids: string[], isChosen: boolean) => void) | undefined
}

function List({ query: { data, error, refetch }, isNarrowed, chosen, intents, onChoose }: ListProps) {
  const { t } = useTranslation()
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows className="h-9" />
  if (data.examples.length === 0)
    return isNarrowed ? (
      <Empty icon={<SearchX />} title={t('teaching.noneFits')} />
    ) : (
      <Empty icon={<MessageSquareDashed />} title={t('teaching.noExamples')} text={t('teaching.noExamplesText')} />
    )
  const intentOf = ({ intentId }: Example) => intents?.find(({ id }) => id === intentId)
  return (
    <ul className="mt-3 overflow-hidden rounded-2xl border border-line bg-surface">
      {data.examples.map((example) => (
        <ExampleRow
          key={example.id}
          example={example}
          intent={intentOf(example)}
          isChosen={chosen.has(example.id)}
          onChoose={onChoose && ((isChosen) => onChoose([example.id], isChosen))}
        />
      ))}
    </ul>
  )
}
