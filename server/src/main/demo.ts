/** The invented shop of the first start: its settings and its knowledge, through the same import that companies use. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { plainStyles } from '@lingxi/contract/answer-style'
import { plainAssist } from '@lingxi/contract/assist'
import { plainFeeling } from '@lingxi/contract/feeling'
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { plainHelpCentre, plainTimeZone, type Settings } from '@lingxi/contract/staff'
import type { Knowledge } from '#knowledge'
import type { Log } from '#platform/log'

const folder = join(import.meta.dirname, '../../../demo')
const files = ['questions/*.csv', 'policies/*.md', 'products/*.csv']

export const demoSettings: Settings = {
  companyName: '拾光集 Shiguang Living',
  botName: '小拾',
  defaultLanguage: 'zh',
  greeting: {
    zh: '您好，我是拾光集的智能客服小拾。物流、退换货、发票、会员，想问什么都可以；需要时我会请同事来接您。',
    en: 'Hello, I am Xiaoshi, the assistant of Shiguang Living. Ask me about delivery, returns, invoices or membership; a colleague is one word away.',
  },
  suggestions: {
    zh: ['多久能发货？', '怎么申请退货？', '退款多久到账？', '怎么开电子发票？'],
    en: [
      'When will my order ship?',
      'How do I return something?',
      'How long does a refund take?',
      'Do you ship abroad?',
    ],
  },
  askSatisfaction: true,
  helpCentre: { ...plainHelpCentre, accent: '#b4552d', title: { zh: '拾光集帮助中心', en: 'Shiguang help centre' } },
  reviewRequired: false,
  answerStyles: plainStyles,
  feeling: plainFeeling,
  assist: plainAssist,
  timeZone: plainTimeZone,
}

/** Loads what is missing; files that are there already change nothing. */
export async function loadDemo(
  tenantId: string,
  { knowledge, log }: { knowledge: Knowledge; log: Log },
): Promise<void> {
  for (const name of files.flatMap((pattern) => globSync(pattern, { cwd: folder })).toSorted()) {
    const bytes = readFileSync(join(folder, name))
    const report = await knowledge.importFile(tenantId, {
      name: basename(name),
      bytes,
      language: languageOf(name),
      status: 'published',
      trusted: true,
    })
    log.info('demo-loaded', { file: basename(name), created: report.created, refused: report.refused })
  }
  await loadGuides(tenantId, knowledge)
}

/** A rule and a process, each in both languages: `name.zh.json` is the original, `name.en.json` its translation. */
async function loadGuides(tenantId: string, knowledge: Knowledge): Promise<void> {
  const originals = new Map<string, string>()
  for (const file of globSync('guides/*.json', { cwd: folder }).toSorted().toReversed()) {
    const name = basename(file).split('.')[0]!
    const translationOf = originals.get(name) ?? null
    const written = JSON.parse(readFileSync(join(folder, file), 'utf8')) as object
    // What it says is written from its table or its steps.
    const draft = ArticleDraft.parse({ ...written, body: '-', status: 'published', translationOf })
    const { articles } = await knowledge.list(tenantId, { q: draft.title, kind: draft.kind, limit: 1, offset: 0 })
    const { id } = articles[0] ?? (await knowledge.add(tenantId, draft))
    if (draft.language === 'zh') originals.set(name, id)
  }
}

/** Questions and policies say their language in their names; products hold both. */
const languageOf = (name: string) => (name.includes('.zh.') ? 'zh' : name.includes('.en.') ? 'en' : undefined)
