/** Whether the bot answers what the demo shop knows and says so when it does not: extraction only, no model. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDemoKnowledge, tenantId } from './demo-knowledge.ts'

/** `expect` names the titles or policy files that answer, separated by ` | `; `unknown` among them: silence is right. */
type Case = { question: string; language: 'zh' | 'en'; expect: string }
export type Judged = Case & {
  said: string[]
  support: number
  right: boolean
  milliseconds: number
  text: string
  offered: string[]
}

export async function judgeAnswers(split: 'dev' | 'test'): Promise<Judged[]> {
  const file = join(import.meta.dirname, `../answers/${split}.jsonl`)
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case)
  const { knowledge, answering, names, close } = await openDemoKnowledge()
  const judged: Judged[] = []
  for (const each of cases) {
    const begun = performance.now()
    const passages = await knowledge.find(tenantId, { text: each.question, language: each.language })
    const answer = answering.extractAnswer(each.question, each.language, passages)
    const milliseconds = performance.now() - begun
    const wanted = each.expect.split(' | ')
    const answered = answer.outcome === 'answered'
    const said = answered ? answer.citations.flatMap(({ articleId }) => names.get(articleId) ?? []) : ['unknown']
    const right = said.some((name) => wanted.includes(name))
    const offered = answered ? [] : answer.nearest
    const text = answered ? answer.text : answer.nearest.join(' / ')
    judged.push({ ...each, said, support: answer.support, right, milliseconds, text, offered })
  }
  await close()
  return judged
}

/** Precision: of what was answered, how much was right. Recall: of what is known, how much was answered right. */
export function summarise(judged: Judged[]) {
  const isKnown = ({ expect }: Judged) => !expect.split(' | ').includes('unknown')
  const isAnswered = ({ said }: Judged) => said[0] !== 'unknown'
  const answered = judged.filter(isAnswered)
  const right = answered.filter((each) => each.right).length
  const known = judged.filter(isKnown)
  const unknown = judged.filter((each) => !isKnown(each))
  const rounded = (value: number) => Math.round(value * 1000) / 1000
  const times = judged.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)
  return {
    cases: judged.length,
    answered: answered.length,
    right,
    wrong: answered.length - right,
    unknownRight: unknown.filter((each) => each.right).length,
    unknownWrong: known.filter((each) => !isAnswered(each)).length,
    // Not answered, but the right question was among those offered.
    unknownOffered: known.filter(({ offered, expect }) => offered.some((title) => expect.split(' | ').includes(title)))
      .length,
    precision: rounded(right / answered.length),
    recall: rounded(known.filter((each) => each.right).length / known.length),
    medianMs: rounded(times[Math.floor(times.length / 2)]!),
  }
}
