import type { KeptCase } from '@lingxi/contract/dialogue-case-runs'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, Play } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFlowTests, useRunTests, useTestResult, useTestRun } from '../../api/flow-test-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { Page } from '../../ui/page.tsx'
import { Failed } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { TestHelp } from './help.tsx'
import { Outcome } from './outcome.tsx'
import { Progress } from './run-bar.tsx'
import { TestText } from './test-text.tsx'
import { type TestEditor, useTestEditor } from './use-test-editor.ts'

/** What a test says on one side, what came of it on the other. `kept` null: it is new. */
export function TestPage({ kept, text }: { kept: KeptCase | null; text: string }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const navigate = useNavigate()
  const mayChange = useMay('supervisor')
  const editor = useTestEditor(kept, text)
  const mayLeave = useRef(false)
  function afterSaving(saved: KeptCase | null): KeptCase | null {
    if (!saved) return null
    tell(t('flowTests.editor.saved'))
    if (kept) return saved
    mayLeave.current = true
    void navigate({ to: '/flows/tests/$testId', params: { testId: saved.id }, replace: true })
    return saved
  }
  return (
    <Page
      title={kept?.content.name ?? t('flowTests.editor.new')}
      lead={kept ? t(`flowTests.about.${kept.content.about}`) : undefined}
      before={<Back />}
      actions={mayChange && <Acts editor={editor} isNew={!kept} afterSaving={afterSaving} />}
    >
      <div className="grid gap-6 lg:grid-cols-2">
        <TestText editor={editor} mayChange={mayChange} onOverwrite={() => void editor.overwrite().then(afterSaving)} />
        {kept ? <Came id={kept.id} /> : <TestHelp isOpen />}
      </div>
      <LeaveGuard isChanged={() => editor.isTouched && !mayLeave.current} onLeave={() => undefined} />
    </Page>
  )
}

type ActsProps = {
  editor: TestEditor
  isNew: boolean
  afterSaving: (saved: KeptCase | null) => KeptCase | null
}

/** What is run is what is kept: it is saved first. */
function Acts({ editor, isNew, afterSaving }: ActsProps) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const run = useRunTests()
  const isRunning = useFlowTests().data?.run?.state === 'running'
  const isBusy = editor.saving.isPending || run.isPending || isRunning
  async function saveAndRun() {
    const id = editor.isChanged ? afterSaving(await editor.save())?.id : editor.id
    if (id) run.mutate({ ids: [id], of: 0 }, { onError: warn })
  }
  return (
    <>
      {editor.isTouched && <Badge tone="warm">{t('flowTests.editor.unsaved')}</Badge>}
      <Button disabled={!editor.isChanged || isBusy} onClick={() => void editor.save().then(afterSaving)}>
        {t(editor.saving.isPending ? 'app.actions.saving' : 'app.actions.save')}
      </Button>
      <Button look="primary" disabled={isBusy} onClick={() => void saveAndRun()}>
        <Play />
        {t(editor.isChanged || isNew ? 'flowTests.editor.saveAndRun' : 'flowTests.editor.run')}
      </Button>
    </>
  )
}

/** How the run goes on, and what came of the last one. */
function Came({ id }: { id: string }) {
  const { cases = [], run } = useFlowTests().data ?? {}
  const running = useTestRun(run)
  const last = cases.find((each) => each.id === id)?.last
  const { data: result, error, refetch } = useTestResult(id, last?.at)
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {running && <Progress run={running} />}
      {error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Outcome result={result ?? null} isStale={last?.isStale === true} />
      )}
    </div>
  )
}

function Back() {
  const { t } = useTranslation()
  return (
    <Link
      to="/flows/tests"
      aria-label={t('flowTests.editor.back')}
      className="grid size-8.5 place-items-center rounded-lg text-ink-soft hover:bg-hover"
    >
      <ArrowLeft className="size-5" />
    </Link>
  )
}
