import { z } from 'zod'
import { DialogueCase } from './dialogue-case.ts'
import {
  CaseChange,
  CaseImportReport,
  CaseRun,
  CaseSummary,
  FlowCoverage,
  KeptCase,
  longestCaseFile,
  mostDialogueCases,
} from './dialogue-case-runs.ts'
import { FlowFault } from './flow-versions.ts'
import { Json } from './json.ts'
import { Language } from './message.ts'
import { route } from './route.ts'

const at = '/api/v1/flows/cases'
const id = z.string().min(1).max(80)
const byId = z.strictObject({ id })

/** The company's own conversations as tests. */
export const dialogueCaseRoutes = {
  listDialogueCases: route({
    method: 'GET',
    path: at,
    area: 'Flows',
    access: 'staff',
    summary: 'The conversation tests, each with what came of it when it was run last; and the last run of several',
    ok: z.strictObject({ cases: z.array(CaseSummary), run: CaseRun.nullable() }),
  }),
  getDialogueCase: route({
    method: 'GET',
    path: `${at}/:id`,
    area: 'Flows',
    access: 'staff',
    summary: 'A conversation test, with what came of each of its turns when it was run last',
    params: byId,
    ok: KeptCase,
  }),
  saveDialogueCase: route({
    method: 'PUT',
    path: at,
    area: 'Flows',
    access: 'supervisor',
    summary: 'Save a conversation test; `version` is the one the edit started from, null for a new one',
    body: CaseChange,
    ok: KeptCase,
  }),
  removeDialogueCase: route({
    method: 'DELETE',
    path: `${at}/:id`,
    area: 'Flows',
    access: 'supervisor',
    summary: 'Remove a conversation test',
    params: byId,
    query: z.strictObject({ version: z.coerce.number().int().min(1).max(2_147_483_647) }),
    ok: z.null(),
    status: 204,
  }),
  exportDialogueCases: route({
    method: 'GET',
    path: `${at}/yaml`,
    area: 'Flows',
    access: 'staff',
    summary: 'All conversation tests as YAML, always written the same way',
    ok: z.unknown(),
    file: true,
  }),
  importDialogueCases: route({
    method: 'POST',
    path: `${at}/yaml`,
    area: 'Flows',
    access: 'supervisor',
    summary:
      'Take conversation tests in as YAML or JSON, sent as the body, at most 512 kB: one with a name that is there takes its place. With `preview` it is told what would come of it, and nothing is changed',
    query: z.strictObject({ preview: z.stringbool().default(true), language: Language.default('en') }),
    body: 'stream',
    ok: CaseImportReport,
  }),
  readDialogueCase: route({
    method: 'POST',
    path: `${at}/read`,
    area: 'Flows',
    access: 'staff',
    summary: 'One conversation test out of YAML, or what is wrong with it, in that language. Nothing is kept',
    body: z.strictObject({ text: z.string().max(longestCaseFile), language: Language.default('en') }),
    ok: z.strictObject({ content: DialogueCase.nullable(), faults: z.array(FlowFault) }),
  }),
  writeDialogueCase: route({
    method: 'POST',
    path: `${at}/write`,
    area: 'Flows',
    access: 'staff',
    summary: 'A conversation test as YAML. Nothing is kept',
    body: z.strictObject({ content: DialogueCase }),
    ok: z.strictObject({ text: z.string() }),
  }),
  getDialogueCaseSchema: route({
    method: 'GET',
    path: `${at}/schema`,
    area: 'Flows',
    access: 'staff',
    summary: 'The JSON Schema of a file of conversation tests, draft 2020-12',
    ok: z.record(z.string(), Json),
  }),
  startCaseRun: route({
    method: 'POST',
    path: '/api/v1/flows/case-runs',
    area: 'Flows',
    access: 'supervisor',
    summary:
      'Run conversation tests through the draft or a version, all or those named: no action is performed and no customer is told. Answers with the run that goes on where there is one',
    body: z.strictObject({
      ids: z.array(id).min(1).max(mostDialogueCases).nullable().default(null),
      /** A version of the flows; 0 for the draft. */
      of: z.int32().nonnegative().default(0),
    }),
    ok: CaseRun,
  }),
  getCaseRun: route({
    method: 'GET',
    path: '/api/v1/flows/case-runs/:id',
    area: 'Flows',
    access: 'staff',
    summary: 'How far a run of conversation tests has come',
    params: byId,
    ok: CaseRun,
  }),
  getCaseCoverage: route({
    method: 'GET',
    path: '/api/v1/flows/case-coverage',
    area: 'Flows',
    access: 'staff',
    summary: 'Which steps and branches of the draft no conversation test went through, flow by flow',
    ok: z.strictObject({ flows: z.array(FlowCoverage) }),
  }),
}
