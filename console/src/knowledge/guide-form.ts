/** A guide as it is edited: conditions, choices and branches are short texts, read when the article is saved. */
import { type Condition, Guide, type Slot, type StepChoice } from '@lingxi/contract/guide'

export type SlotForm = {
  id: number
  name: string
  label: string
  ask: string
  type: Slot['type']
  unit: string
  choices: string
}
export type RowForm = { id: number; cells: Record<string, string>; answer: string }
export type StepForm = { id: number; title: string; text: string; choices: string }
export type GuideForm =
  | { kind: 'rule'; introduction: string; slots: SlotForm[]; rows: RowForm[]; otherwise: string }
  | { kind: 'process'; introduction: string; steps: StepForm[]; ending: string }
/** What yes, no, the end and a person are called where it is edited. */
export type GuideTerms = { yes: string; no: string; end: string; person: string }

let lastId = 0
/** Rows are told apart while they are moved about. */
export const nextId = () => ++lastId

export const emptySlot = (): SlotForm => {
  const id = nextId()
  return { id, name: `slot-${id}`, label: '', ask: '', type: 'choice', unit: '', choices: '' }
}
export const emptyRow = (): RowForm => ({ id: nextId(), cells: {}, answer: '' })
export const emptyStep = (): StepForm => ({ id: nextId(), title: '', text: '', choices: '' })

export const emptyGuide = (kind: GuideForm['kind']): GuideForm =>
  kind === 'rule'
    ? { kind, introduction: '', slots: [emptySlot()], rows: [emptyRow()], otherwise: '' }
    : { kind, introduction: '', steps: [emptyStep()], ending: '' }

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const partsOf = (text: string) =>
  text
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter(Boolean)

export function toGuideForm(guide: Guide, terms: GuideTerms): GuideForm {
  if (guide.kind === 'process') {
    const { kind, introduction, steps, ending } = guide
    const written = ({ label, words, to }: StepChoice) =>
      `${[label, ...words].join('，')} → ${typeof to === 'number' ? to + 1 : terms[to]}`
    return {
      kind,
      introduction,
      ending,
      steps: steps.map(({ title, text, choices }) => ({
        id: nextId(),
        title,
        text,
        choices: choices.map(written).join('\n'),
      })),
    }
  }
  const { kind, introduction, slots, rows, otherwise } = guide
  const cellOf = (slot: Slot, condition: Condition | undefined) => (condition ? writeCell(slot, condition, terms) : '')
  return {
    kind,
    introduction,
    otherwise: otherwise ?? '',
    slots: slots.map(({ choices, ...slot }) => ({
      ...slot,
      id: nextId(),
      choices: choices
        .map(({ value, words }) => [value, ...(words.length > 0 ? [words.join('，')] : [])].join('：'))
        .join('\n'),
    })),
    rows: rows.map(({ when, answer }) => ({
      id: nextId(),
      answer,
      cells: Object.fromEntries(slots.map((slot) => [slot.name, cellOf(slot, when[slot.name])])),
    })),
  }
}

function writeCell(slot: Slot, { among, from, below }: Condition, terms: GuideTerms): string {
  const named = (value: string) =>
    slot.type === 'yes-no' && (value === 'yes' || value === 'no') ? terms[value] : value
  if (among) return among.map(named).join('，')
  if (from !== undefined && below !== undefined) return `${from}-${below}`
  return from === undefined ? `<${below}` : `≥${from}`
}

/** The guide, or what keeps it from being one: the name of the place that is wrong. */
export function toGuide(form: GuideForm, terms: GuideTerms): { guide: Guide } | { problem: string } {
  const read = Guide.safeParse(form.kind === 'rule' ? readRule(form, terms) : readProcess(form, terms))
  if (read.success) return { guide: read.data }
  const [issue] = read.error.issues
  return { problem: `${issue?.path.join(' › ')}: ${issue?.message}` }
}

function readRule({ kind, introduction, slots, rows, otherwise }: GuideForm & { kind: 'rule' }, terms: GuideTerms) {
  return {
    kind,
    introduction,
    otherwise: otherwise.trim() || null,
    slots: slots.map(({ id: _id, choices, ...slot }) => ({
      ...slot,
      choices: slot.type === 'choice' ? linesOf(choices).map(readChoice) : [],
    })),
    rows: rows.map(({ cells, answer }) => ({
      answer,
      when: Object.fromEntries(
        slots.flatMap((slot) => {
          const cell = cells[slot.name]?.trim()
          return cell ? [[slot.name, readCell(slot, cell, terms)]] : []
        }),
      ),
    })),
  }
}

function readChoice(line: string) {
  const [value = '', ...words] = line.split(/[:：]/)
  return { value: value.trim(), words: partsOf(words.join('，')) }
}

function readCell(slot: SlotForm, cell: string, terms: GuideTerms): Condition | { unreadable: string } {
  if (slot.type === 'choice') return { among: partsOf(cell) }
  if (slot.type === 'yes-no') {
    const said = partsOf(cell).map((each) => (each === terms.yes ? 'yes' : each === terms.no ? 'no' : each))
    return said.every((each) => each === 'yes' || each === 'no') ? { among: said } : { unreadable: cell }
  }
  const range = /^(\d+(?:\.\d+)?)\s*[-–~～]\s*(\d+(?:\.\d+)?)$/.exec(cell)
  if (range) return { from: Number(range[1]), below: Number(range[2]) }
  const bound = /^(≥|>=|<)\s*(\d+(?:\.\d+)?)$/.exec(cell)
  if (!bound) return { unreadable: cell }
  return bound[1] === '<' ? { below: Number(bound[2]) } : { from: Number(bound[2]) }
}

const readProcess = ({ kind, introduction, steps, ending }: GuideForm & { kind: 'process' }, terms: GuideTerms) => ({
  kind,
  introduction,
  ending,
  steps: steps.map(({ title, text, choices }) => ({
    title,
    text,
    choices: linesOf(choices).map((line) => readBranch(line, terms)),
  })),
})

function readBranch(line: string, terms: GuideTerms) {
  const [wordings = '', target = ''] = line.split(/→|->/)
  const [label = '', ...words] = partsOf(wordings)
  const said = target.trim()
  const to = said === terms.end ? 'end' : said === terms.person ? 'person' : Number(said || Number.NaN) - 1
  return { label, words, to }
}
