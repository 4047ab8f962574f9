import type { Agreement, LabellingFigures } from '@lingxi/contract/labelling'
import { useTranslation } from 'react-i18next'
import { useLabellingFigures } from '../../api/labelling-queries.ts'
import { finePercent } from '../../ui/fine-percent.ts'
import { Panel } from '../../ui/page.tsx'
import { Failed, SkeletonRows } from '../../ui/states.tsx'
import { useIntentWords } from '../../pieces/intent-words.ts'
import { agreementWord } from './agreement-words.ts'
import { useNames } from './names.ts'

const counts = ['waiting', 'disputed', 'agreed', 'decided'] as const
const shown = (kappa: number | null) => (kappa === null ? '–' : kappa.toFixed(2))

/** How far people agree beyond chance, and what they mix up: what is mixed up most wants clearer intents. */
export function Figures() {
  const { t } = useTranslation()
  const { data, error, refetch } = useLabellingFigures()
  return (
    <Panel title={t('labelling.figures')} lead={t('labelling.figuresText')}>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={2} />)}
      {data && <All figures={data} />}
    </Panel>
  )
}

function All({ figures }: { figures: LabellingFigures }) {
  const { t } = useTranslation()
  const { kappa, pairs, mixedUp } = figures
  return (
    <div className="flex flex-col gap-6">
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        <div>
          <dt className="text-xs text-ink-faint">{t('labelling.kappa')}</dt>
          <dd className="text-lg tabular-nums">
            {shown(kappa)}
            <span className="ms-2 text-sm text-ink-soft">{t(`labelling.agreement.${agreementWord(kappa)}`)}</span>
          </dd>
        </div>
        {counts.map((name) => (
          <div key={name}>
            <dt className="text-xs text-ink-faint">{t(`labelling.counts.${name}`)}</dt>
            <dd className="text-lg tabular-nums">{figures[name]}</dd>
          </div>
        ))}
      </dl>
      {pairs.length > 0 && <Pairs pairs={pairs} />}
      {mixedUp.length > 0 && <MixedUp mixedUp={mixedUp} />}
    </div>
  )
}

function Pairs({ pairs }: { pairs: Agreement[] }) {
  const { t } = useTranslation()
  const nameOf = useNames()
  return (
    <div>
      <h3 className="mb-2 font-medium">{t('labelling.pairs')}</h3>
      <ul className="flex flex-col gap-2">
        {pairs.map(({ people: [one, other], messages, agreed, kappa }) => (
          <li key={`${one} ${other}`} className="flex flex-wrap gap-x-4 text-sm">
            <span className="font-medium">{t('labelling.two', { one: nameOf(one), other: nameOf(other) })}</span>
            <span className="text-ink-soft">
              {t('labelling.pair', { count: messages, share: finePercent(agreed), kappa: shown(kappa) })}
              {t(`labelling.agreement.${agreementWord(kappa)}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function MixedUp({ mixedUp }: Pick<LabellingFigures, 'mixedUp'>) {
  const { t } = useTranslation()
  const words = useIntentWords()
  const called = (name: string) =>
    name === '' ? t('labelling.outOfScope') : name === '?' ? t('labelling.unclear') : words.ofName(name)
  return (
    <div>
      <h3 className="mb-2 font-medium">{t('labelling.mixedUp')}</h3>
      <ul className="flex flex-col gap-1.5 text-sm">
        {mixedUp.map(({ one, other, count }) => (
          <li key={`${one} ${other}`} className="flex flex-wrap gap-x-3">
            <span>{t('labelling.oneOrOther', { one: called(one), other: called(other) })}</span>
            <span className="text-ink-faint">{t('labelling.times', { count })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
