import type { Annotation, Example } from '@lingxi/contract/teaching'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeExample } from '../../api/teaching-queries.ts'
import { Button } from '../../ui/button.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Refused } from '../../ui/states.tsx'
import type { Span } from '../../ui/text-pieces.ts'
import { ChangedMeanwhile } from '../changed-meanwhile.tsx'
import { MarkForm } from './mark-form.tsx'
import { useMarks } from './use-marks.ts'
import { movedBy, selectedWithin } from './selection.ts'
import { changeOf } from './change-of.ts'

type AnnotatorProps = { example: Example; onClose: () => void }
const overlaps = (one: Span, other: Span) => one.start < other.end && other.start < one.end

/** Words of an example are chosen with the mouse or the keyboard and said to be of a type. */
export function Annotator({ example, onClose }: AnnotatorProps) {
  const { t } = useTranslation()
  const place = useRef<HTMLElement>(null)
  const keysId = useId()
  const [entities, setEntities] = useState<Annotation[]>(example.entities)
  const [version, setVersion] = useState(example.version)
  const [chosen, setChosen] = useState<Span>()
  const marksOf = useMarks()
  const save = useChangeExample()
  const { text } = example
  const at = chosen && entities.find((entity) => overlaps(entity, chosen))
  const isOld = example.version !== version

  const mark = (type: string) => {
    if (!chosen) return
    const span = at ?? chosen
    const rest = entities.filter((entity) => !overlaps(entity, span))
    setEntities([...rest, { value: null, role: null, ...at, start: span.start, end: span.end, type }])
    place.current?.focus()
  }
  const alter = (part: Partial<Annotation>) =>
    setEntities(entities.map((entity) => (entity === at ? { ...entity, ...part } : entity)))
  const unmark = () => {
    setEntities(entities.filter((entity) => entity !== at))
    place.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const moved = movedBy(text, chosen, event)
    if (moved) setChosen(moved)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && at) unmark()
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }
  const point = () => {
    const selected = place.current && selectedWithin(place.current, getSelection())
    if (selected) setChosen(selected)
  }
  const click = (target: EventTarget) => {
    const piece = target instanceof HTMLElement && target.closest<HTMLElement>('mark[data-start]')
    const start = piece ? Number(piece.dataset['start']) : -1
    const found = entities.find((entity) => entity.start <= start && start < entity.end)
    if (found && getSelection()?.isCollapsed !== false) setChosen({ start: found.start, end: found.end })
  }
  const submit = () =>
    save.mutate({ id: example.id, change: changeOf(example, { entities, version }) }, { onSuccess: onClose })
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-accent-line bg-sunken p-3">
      {isOld ? (
        <ChangedMeanwhile now={example.text} onTakeTheirs={onClose} onKeepMine={() => setVersion(example.version)} />
      ) : (
        <Refused error={save.error} />
      )}
      {/* A text that is selected in, with keys of its own: the keyboard has to reach it. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <section
        ref={place}
        tabIndex={0}
        aria-label={t('teaching.marking.text')}
        aria-describedby={keysId}
        onKeyDown={press}
        onMouseUp={point}
        onTouchEnd={point}
        onClick={({ target }) => click(target)}
        className="rounded-lg border border-line-strong bg-surface px-3 py-2.5 text-lg leading-9 select-text"
      >
        <MarkedText text={text} marks={marksOf(entities)} chosen={chosen} />
      </section>
      {/* oxlint-enable */}
      <p id={keysId} className="text-xs text-ink-faint">
        {t('teaching.marking.keys')}
      </p>
      <p aria-live="polite" className="sr-only">
        {chosen && t('teaching.marking.chosen', { text: text.slice(chosen.start, chosen.end), type: at?.type ?? '' })}
      </p>
      <MarkForm
        key={at ? `${at.start} ${at.type}` : 'none'}
        words={chosen && text.slice((at ?? chosen).start, (at ?? chosen).end)}
        at={at}
        onMark={mark}
        onAlter={alter}
        onUnmark={unmark}
      />
      <div className="flex justify-end gap-2">
        <Button size="small" onClick={onClose}>
          {t('app.actions.cancel')}
        </Button>
        <Button size="small" look="primary" disabled={isOld || save.isPending} onClick={submit}>
          {t(save.isPending ? 'app.actions.saving' : 'app.actions.save')}
        </Button>
      </div>
    </div>
  )
}
