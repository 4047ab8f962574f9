import type { Dispute, Label } from '@lingxi/contract/labelling'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDecideDispute, useDisputes } from '../../api/labelling-queries.ts'
import { useMe } from '../../api/use-session.ts'
import { ChooseIntent } from '../../pieces/choose-intent.tsx'
import { useShownText } from '../../pieces/shown-text.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Failed, SkeletonRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useIntentWords } from '../../pieces/intent-words.ts'
import { useNames } from './names.ts'

const size = 10

/** What two people understood differently, for a third to decide. */
export function Disputes() {
  const { t } = useTranslation()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useDisputes(offset, size)
  return (
    <Panel title={t('labelling.disputes')} lead={t('labelling.disputesText')}>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} />)}
      {data?.total === 0 && <p className="text-ink-soft">{t('labelling.noDisputes')}</p>}
      <ul className="flex flex-col gap-5">
        {data?.disputes.map((dispute) => (
          <li key={dispute.messageId} className="border-b border-line pb-5 last:border-0 last:pb-0">
            <Decision dispute={dispute} />
          </li>
        ))}
      </ul>
      {data && (
        <Pager label={t('labelling.disputes')} offset={offset} size={size} total={data.total} onChange={setOffset} />
      )}
    </Panel>
  )
}

function Decision({ dispute: { messageId, text, labels } }: { dispute: Dispute }) {
  const { t } = useTranslation()
  const me = useMe()
  const nameOf = useNames()
  const shown = useShownText()
  const words = useIntentWords()
  const { tell, warn } = useToast()
  const decide = useDecideDispute()
  const [choosing, choose] = useState(false)
  const isOneOfTwo = labels.some(({ staffId }) => staffId === me.id)
  const say = (label: Label) =>
    decide.mutate(
      { id: messageId, label },
      { onError: warn, onSuccess: () => void tell(t('labelling.decided', { name: words.ofLabel(label) })) },
    )
  const said = (kind: Label['kind']) => labels.some(({ label }) => label.kind === kind)
  return (
    <>
      <p className="font-medium break-words">{shown(text)}</p>
      <dl className="mt-1.5 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {labels.map(({ staffId, label }) => (
          <div key={staffId} className="flex gap-1.5">
            <dt className="text-ink-faint">{nameOf(staffId)}</dt>
            <dd>{words.ofLabel(label)}</dd>
          </div>
        ))}
      </dl>
      {isOneOfTwo ? (
        <p className="mt-2 text-sm text-ink-faint">{t('labelling.ownDispute')}</p>
      ) : (
        <div className="mt-2.5 flex flex-wrap gap-2">
          {labels.map(({ staffId, label }) => (
            <Button
              key={staffId}
              size="small"
              disabled={decide.isPending}
              className="max-w-full"
              onClick={() => say(label)}
            >
              <span className="truncate">{words.ofLabel(label)}</span>
            </Button>
          ))}
          {(['out-of-scope', 'unclear'] as const).map(
            (kind) =>
              !said(kind) && (
                <Button key={kind} size="small" disabled={decide.isPending} onClick={() => say({ kind })}>
                  {words.ofLabel({ kind })}
                </Button>
              ),
          )}
          <Button size="small" look="quiet" disabled={decide.isPending} onClick={() => choose(true)}>
            {t('labelling.other')}
          </Button>
        </div>
      )}
      {choosing && (
        <ChooseIntent
          title={t('labelling.decideTitle')}
          about={shown(text)}
          onChoose={({ id }) => {
            choose(false)
            say({ kind: 'intent', intentId: id })
          }}
          onClose={() => choose(false)}
        />
      )}
    </>
  )
}
