import type { VersionEvaluation } from '@lingxi/contract/training'
import { useTranslation } from 'react-i18next'
import type { JudgedFilter } from '../api/training-queries.ts'
import { mostConfused } from './most-confused.ts'
import { useReadNames } from './use-read-names.ts'

type ConfusionsProps = { evaluation: VersionEvaluation; onOpen: (filter: JudgedFilter) => void }

/** The intents that are taken for one another most: a row is what was taught, a column what was read. A cell opens its messages. */
export function Confusions({ evaluation, onOpen }: ConfusionsProps) {
  const { t } = useTranslation()
  const { names, cells, pairs } = mostConfused(evaluation.confusions)
  const nameOf = useReadNames()
  if (pairs.length === 0) return null
  const worst = Math.max(...pairs.map(({ count }) => count))
  return (
    <section aria-label={t('training.confusions')}>
      <h4 className="font-semibold">{t('training.confusions')}</h4>
      <p className="mb-3 text-sm text-ink-soft">{t('training.confusionsText')}</p>
      <div className="overflow-x-auto pb-2">
        <table className="border-separate border-spacing-0.5 text-xs">
          <thead>
            <tr>
              <td className="text-ink-faint">{t('training.taughtRead')}</td>
              {names.map((name) => (
                <th key={name} scope="col" className="h-28 w-9 align-bottom font-normal">
                  <span className="block max-h-28 overflow-hidden text-ellipsis [writing-mode:vertical-rl]">
                    {nameOf(name)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((taught) => (
              <tr key={taught}>
                <th scope="row" className="max-w-48 truncate pe-2 text-end font-normal" title={nameOf(taught)}>
                  {nameOf(taught)}
                </th>
                {names.map((read) => {
                  const count = cells.get(`${taught}\n${read}`) ?? 0
                  const same = taught === read
                  return (
                    <td key={read} className="size-9 p-0 text-center">
                      <button
                        type="button"
                        disabled={count === 0}
                        aria-label={t('training.cell', { taught: nameOf(taught), read: nameOf(read), count })}
                        onClick={() => onOpen({ taught, read })}
                        style={{
                          background: `color-mix(in oklab, var(${same ? '--accent' : '--danger'}) ${shade(count, same ? Infinity : worst)}%, var(--surface))`,
                        }}
                        className="size-9 rounded tabular-nums enabled:hover:outline-2 enabled:hover:outline-accent"
                      >
                        {count || ''}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h5 className="mt-3 mb-1 text-sm font-medium">{t('training.worst')}</h5>
      <ul className="flex flex-col gap-1 text-sm">
        {pairs.slice(0, 8).map(({ taught, read, count }) => (
          <li key={`${taught}\n${read}`}>
            <button type="button" className="text-start hover:underline" onClick={() => onOpen({ taught, read })}>
              {t('training.takenFor', { taught: nameOf(taught), read: nameOf(read), count })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Of the colour, in percent: right ones pale, so that the eye goes to what is wrong; never so dark that figures drown. */
const shade = (count: number, worst: number) =>
  count === 0 ? 0 : worst === Infinity ? 14 : Math.round(12 + (count / worst) * 38)
