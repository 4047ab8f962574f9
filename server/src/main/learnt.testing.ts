/** Gaps and findings to name in requests: one for each operation that decides about one. */
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { aLog } from '../capabilities/learning/learning.testing.ts'
import { mainTenant } from './parts.ts'
import type { Server } from './main.testing.ts'

const questions = [
  '能寄到月球吗？',
  '支持以旧换新吗？',
  '可以养企鹅吗？',
  '有没有飞行模式？',
  '什么星座最好？',
  '镜子能刻字吗？',
]

export async function aLearntBase({ parts }: Server): Promise<Record<string, Record<string, unknown>>> {
  const { learning } = parts
  for (const [place, question] of questions.entries()) {
    const about = { id: `cnv_learnt_${place}`, customerId: `cus_${place}`, channel: 'web', customerName: '访客' }
    await learning.recordConversation(mainTenant, about, aLog().asks({ question, decision: 'unknown' }).events)
  }
  await learning.gaps.group(mainTenant)
  const { gaps } = await learning.gaps.list(mainTenant, { state: 'open', limit: 20, offset: 0 })
  const [shown, drafted, proposed, ignored, reopened, extended] = gaps.map(({ id }) => id)
  await learning.gaps.ignore(mainTenant, reopened!, { by: 'stf_1', why: 'no' })

  // Articles that are there: what is found of others is solved at the next look.
  const around = { products: [], exists: () => false, brokenLinks: new Set<string>(), sourceChanged: null, others: [] }
  const draft = { title: '链接', body: '见[这里](#没有)。', language: 'zh', status: 'published' } as const
  for (const title of ['链接一', '链接二']) {
    const article = await parts.knowledge.add(mainTenant, ArticleDraft.parse({ ...draft, title }))
    await learning.findings.examine(mainTenant, article, around)
    await learning.quality.weighDown(mainTenant, article, { weight: 0.9, why: [] })
  }
  const { findings } = await learning.findings.list(mainTenant, {
    state: 'open',
    kinds: ['broken-link'],
    limit: 9,
    offset: 0,
  })
  await learning.findings.ignore(mainTenant, findings[1]!.id, { by: 'stf_1', why: 'no' })
  const [right, wrong] = [7, 30].map((days) => ({
    ...draft,
    title: `镜子保修多少天？`,
    body: `镜子从签收起保修 ${days} 天。`,
  }))
  const one = await parts.knowledge.add(mainTenant, ArticleDraft.parse(right))
  const other = await parts.knowledge.add(mainTenant, ArticleDraft.parse(wrong))
  await learning.findings.examine(mainTenant, one, { ...around, others: [other] })
  const asked = { state: 'open' as const, kinds: ['contradiction' as const], articleId: one.id, limit: 1, offset: 0 }
  const [clash] = (await learning.findings.list(mainTenant, asked)).findings
  const { acts } = await learning.quality.listActs(mainTenant, { limit: 1, offset: 0 })
  return {
    undoAct: { 'params.id': acts[0]!.id },
    getGap: { 'params.id': shown },
    draftFromGap: { 'params.id': drafted },
    proposeFromGap: { 'params.id': proposed },
    extendFromGap: { 'params.id': extended, 'body.articleId': one.id },
    correctFinding: { 'params.id': clash!.id, 'body.right': one.id },
    ignoreGap: { 'params.id': ignored },
    reopenGap: { 'params.id': reopened },
    ignoreFinding: { 'params.id': findings[0]!.id },
    reopenFinding: { 'params.id': findings[1]!.id },
    lookNow: {},
  }
}
