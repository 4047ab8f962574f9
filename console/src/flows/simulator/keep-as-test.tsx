import { Link } from '@tanstack/react-router'
import { FlaskConical } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveTest } from '../../api/flow-test-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button, buttonClass, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Refused } from '../../ui/states.tsx'
import { useNameable } from '../forms/nameable.ts'
import { said } from '../said.ts'
import { caseOfTalk } from './case-of-talk.ts'
import type { Simulation } from './use-simulation.ts'

/** The talk becomes a test that can be run again. */
export function KeepAsTest({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation()
  const mayKeep = useMay('supervisor')
  const [isOpen, setOpen] = useState(false)
  if (!mayKeep) return null
  return (
    <>
      <IconButton
        label={t('flowTests.fromTalk.action')}
        disabled={simulation.turns.length === 0}
        onClick={() => setOpen(true)}
      >
        <FlaskConical />
      </IconButton>
      {isOpen && <KeepDialog simulation={simulation} onClose={() => setOpen(false)} />}
    </>
  )
}

const longestName = 120

function KeepDialog({ simulation, onClose }: { simulation: Simulation; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { turns, language } = simulation
  const { set } = useNameable()
  const titleOf = (flow: string) => said(set.flows[flow]?.name, i18n.language) || flow
  const save = useSaveTest()
  const form = useId()
  const [name, setName] = useState(() => turns.find((turn) => turn.said !== null)?.said?.slice(0, longestName) ?? '')
  const submit = () => {
    const content = caseOfTalk({ name: name.trim(), language, turns, titleOf })
    save.mutate({ id: null, version: null, content })
  }
  return (
    <Dialog
      open
      title={t('flowTests.fromTalk.title')}
      about={t('flowTests.fromTalk.about')}
      onClose={onClose}
      footer={
        save.data ? (
          <Link to="/flows/tests/$testId" params={{ testId: save.data.id }} className={buttonClass('primary')}>
            {t('flowTests.fromTalk.open')}
          </Link>
        ) : (
          <>
            <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
            <Button type="submit" form={form} look="primary" disabled={name.trim() === '' || save.isPending}>
              {t('app.actions.save')}
            </Button>
          </>
        )
      }
    >
      {save.data ? (
        <output>{t('flowTests.fromTalk.saved')}</output>
      ) : (
        <form
          id={form}
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Refused error={save.error} />
          {turns.some(({ trial }) => trial.start) && (
            <p className="rounded-lg border border-note-line bg-note px-3 py-2 text-sm text-note-ink">
              {t('flowTests.fromTalk.begun')}
            </p>
          )}
          <Field label={t('flowTests.fromTalk.name')}>
            {(names) => (
              <TextInput
                {...names}
                required
                maxLength={longestName}
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
        </form>
      )}
    </Dialog>
  )
}
