import type { Flow, FlowSet } from '@lingxi/contract/flow'
import type { FlowPart } from '@lingxi/contract/flow-versions'
import { FilePen, Play } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { NameableContext } from '../forms/nameable.ts'
import { said } from '../said.ts'
import { Simulator } from '../simulator/simulator.tsx'
import { passedIn, useSimulation } from '../simulator/use-simulation.ts'
import { EditorBar } from './editor-bar.tsx'
import { FindingsBar } from './findings-bar.tsx'
import { FlowPanes } from './flow-panes.tsx'
import { Palette } from './palette.tsx'
import { useChecked } from './use-checked.ts'
import { usePartEditor } from './use-part-editor.ts'
import { useStepEdits } from './use-step-edits.ts'
import { useStepWords } from './use-step-words.ts'

type FlowEditorProps = { part: Extract<FlowPart, { kind: 'flow' }>; set: FlowSet }

export function FlowEditor({ part, set }: FlowEditorProps) {
  const editor = usePartEditor<Flow>(part)
  const checked = useChecked({ kind: 'flow', name: part.name, content: editor.content }, set)
  return (
    <NameableContext value={checked.nameable}>
      <Editing name={part.name} editor={editor} {...checked} />
      <LeaveGuard isChanged={() => editor.isChanged} onLeave={() => undefined} />
    </NameableContext>
  )
}

type EditingProps = Pick<ReturnType<typeof useChecked>, 'findings' | 'isIncomplete'> & {
  name: string
  editor: ReturnType<typeof usePartEditor<Flow>>
}
/** From here on, in pixels, the canvas stands beside the form; below it the form comes over the outline. */
const wideEnough = 900

function Editing({ name, editor, findings, isIncomplete }: EditingProps) {
  const { t, i18n } = useTranslation()
  const mayChange = useMay('supervisor')
  const isWide = useWide(wideEnough)
  const flow = editor.content
  const edits = useStepEdits(editor)
  const [q, setQ] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [isTrying, setTrying] = useState(false)
  const shown = useShownSteps(flow, q)
  const simulation = useSimulation({ kind: 'flow', name, content: flow }, i18n.language === 'zh' ? 'zh' : 'en')
  const { turns, progress } = simulation
  const passed = useMemo(() => passedIn({ turns, progress }, name), [turns, progress, name])
  const select = (id: string | null) => {
    edits.select(id)
    setOpen(true)
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <EditorBar
        part={{ kind: 'flow', name }}
        title={said(flow.name, i18n.language)}
        editor={editor}
        isIncomplete={isIncomplete}
        mayChange={mayChange}
      />
      <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2 sm:px-4">
        {mayChange && <Palette onAdd={(kind) => (edits.add(kind), setOpen(true))} />}
        <SearchInput
          label={t('flowEditor.search')}
          placeholder={t('flowEditor.search')}
          value={q}
          onChange={setQ}
          className="min-w-32 flex-1 sm:max-w-64"
        />
        <FindingsBar findings={findings} onSelect={select} />
        <TryButton isBack={isTrying && isWide} onPress={() => setTrying(!isTrying)} />
      </div>
      <FlowPanes
        {...{ flow, editor, edits, findings, shown, passed, mayChange, isWide, isOpen, isTrying }}
        onSelect={select}
        onOpen={setOpen}
        onTry={setTrying}
        simulator={
          <Simulator
            name={name}
            flow={flow}
            simulation={simulation}
            isIncomplete={isIncomplete}
            onSelect={edits.select}
          />
        }
      />
    </div>
  )
}

function TryButton({ isBack, onPress }: { isBack: boolean; onPress: () => void }) {
  const { t } = useTranslation()
  return (
    <Button size="small" className="ms-auto" onClick={onPress}>
      {isBack ? <FilePen /> : <Play />}
      {t(isBack ? 'flowSimulator.close' : 'flowSimulator.open')}
    </Button>
  )
}

/** Those whose words, name or note hold what is searched for. */
function useShownSteps(flow: Flow, q: string): ReadonlySet<string> {
  const wordsOf = useStepWords()
  const sought = q.trim().toLowerCase()
  return useMemo(() => {
    const holds = (step: Flow['steps'][number]) =>
      `${wordsOf(step)} ${JSON.stringify(step)}`.toLowerCase().includes(sought)
    return new Set(flow.steps.filter((step) => sought === '' || holds(step)).map(({ id }) => id))
  }, [flow, sought, wordsOf])
}
