import { useTranslation } from 'react-i18next'
import { differenceOf, type Part } from './text-difference.ts'

export type Compared = { name: string; before: string; after: string }
type DifferencesProps = {
  fields: Compared[]
  /** What is said where there is none. */
  nothing: string
}

/** What differs between two things, part by part; what is the same is left out. */
export function Differences({ fields, nothing }: DifferencesProps) {
  const differing = fields.filter(({ before, after }) => before !== after)
  if (differing.length === 0) return <p className="text-ink-soft">{nothing}</p>
  return (
    <dl className="flex flex-col gap-4">
      {differing.map((field) => (
        <div key={field.name}>
          <dt className="mb-1 text-sm font-medium text-ink-soft">{field.name}</dt>
          <dd className="overflow-hidden rounded-lg border border-line bg-surface py-1.5">
            <Difference {...field} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const edges = { added: 'border-accent', removed: 'border-danger', both: 'border-note-line', same: 'border-transparent' }

function edgeOf(parts: Part[]): string {
  const kinds = new Set(parts.map(({ kind }) => kind))
  if (kinds.has('added') && kinds.has('removed')) return edges.both
  if (kinds.has('added')) return edges.added
  return kinds.has('removed') ? edges.removed : edges.same
}

function Difference({ before, after }: Compared) {
  const { t } = useTranslation()
  return differenceOf(before, after).map((line, at) =>
    line.kind === 'skipped' ? (
      <p key={at} className="px-3 text-xs text-ink-faint select-none">
        {t('app.unchangedLines', { count: line.count })}
      </p>
    ) : (
      <p key={at} className={`min-h-5.5 border-s-3 px-3 whitespace-pre-wrap ${edgeOf(line.parts)}`}>
        {line.parts.map((part, place) => (
          <Piece key={place} part={part} />
        ))}
      </p>
    ),
  )
}

function Piece({ part }: { part: Part }) {
  if (part.kind === 'added')
    return <ins className="rounded-sm bg-accent-soft text-accent-strong decoration-accent-line">{part.text}</ins>
  if (part.kind === 'removed') return <del className="rounded-sm bg-danger-soft text-danger">{part.text}</del>
  return part.text
}
