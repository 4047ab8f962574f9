import type { Flow } from '@lingxi/contract/flow'
import { RotateCcw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Refused } from '../../ui/states.tsx'
import { waitedFor } from './waited-for.ts'
import { AnswerByHand } from './answer-by-hand.tsx'
import { KeepAsTest } from './keep-as-test.tsx'
import { SimulatedState } from './simulated-state.tsx'
import { TurnView } from './turn-view.tsx'
import type { Simulation } from './use-simulation.ts'

type SimulatorProps = {
  name: string
  flow: Flow
  simulation: Simulation
  /** What is not filled in cannot be tried. */
  isIncomplete: boolean
  onSelect: (step: string) => void
}

const day = 86_400_000

/** A conversation with what is being edited; the steps it passes light up beside it. */
export function Simulator({ name, flow, simulation, isIncomplete, onSelect }: SimulatorProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { turns, unanswered, trying, progress } = simulation
  const isBusy = trying.isPending || isIncomplete
  const events = waitedFor(flow)
  const send = () => {
    if (text.trim() === '' || isBusy) return
    simulation.say(text.trim())
    setText('')
  }
  return (
    <section aria-label={t('flowSimulator.heading')} className="flex flex-col gap-3">
      <header className="flex items-center gap-1">
        <h2 className="flex-1 font-semibold">{t('flowSimulator.heading')}</h2>
        <KeepAsTest simulation={simulation} />
        <IconButton label={t('flowSimulator.back')} disabled={!simulation.canGoBack} onClick={simulation.back}>
          <Undo2 />
        </IconButton>
        <IconButton label={t('flowSimulator.restart')} disabled={!simulation.canGoBack} onClick={simulation.restart}>
          <RotateCcw />
        </IconButton>
      </header>
      <p className="-mt-2 text-xs text-ink-faint">{t('flowSimulator.lead')}</p>
      {isIncomplete && <p className="text-sm text-danger">{t('flowEditor.incomplete')}</p>}
      <ol aria-live="polite" className="flex flex-col gap-3">
        {turns.map((turn, place) => (
          <TurnView
            key={place}
            turn={turn}
            flow={name}
            isLast={place === turns.length - 1 && !unanswered && !isBusy}
            onReply={simulation.say}
            onSelect={onSelect}
          />
        ))}
      </ol>
      <Refused error={trying.error} />
      {unanswered && (
        <AnswerByHand
          key={`${unanswered.kind} ${unanswered.action} ${turns.length}`}
          asked={unanswered}
          isBusy={isBusy}
          onAnswer={(outcome, by) => simulation.answer(unanswered, outcome, by)}
        />
      )}
      {unanswered?.kind !== 'look' && (
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <TextInput
            aria-label={t('flowSimulator.say')}
            placeholder={t('flowSimulator.say')}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" look="primary" disabled={isBusy || text.trim() === ''}>
            {t('flowSimulator.send')}
          </Button>
        </form>
      )}
      {unanswered?.kind !== 'look' && (
        <span className="flex flex-wrap gap-1.5">
          {progress === null && (
            <Button size="small" disabled={isBusy} onClick={() => simulation.begin(name, t('flowSimulator.begun'))}>
              {t('flowSimulator.begin')}
            </Button>
          )}
          <Menu
            trigger={
              <Button size="small" look="quiet" disabled={isBusy || turns.length === 0}>
                {t('flowSimulator.more')}
              </Button>
            }
          >
            <MenuItem onSelect={() => simulation.wait(day, t('flowSimulator.dayLater'))}>
              {t('flowSimulator.dayLater')}
            </MenuItem>
            {events.map((event) => (
              <MenuItem key={event} onSelect={() => simulation.tell(event, t('flowSimulator.event', { event }))}>
                {t('flowSimulator.event', { event })}
              </MenuItem>
            ))}
          </Menu>
        </span>
      )}
      {progress && <SimulatedState progress={progress} />}
    </section>
  )
}
