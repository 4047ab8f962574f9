import { z } from 'zod'
import { Json } from './json.ts'
import { FlowName, FlowSet } from './flow.ts'
import { FlowFinding, FlowPartKind } from './flow-finding.ts'
import {
  FlowComparison,
  FlowImportReport,
  FlowOverview,
  FlowPart,
  FlowPartChange,
  FlowPartName,
  FlowPartSummary,
  FlowPublication,
  FlowRelease,
  FlowReleaseDraft,
  FlowRollout,
  FlowVersion,
  ReleasedFlows,
} from './flow-versions.ts'
import { Language } from './message.ts'
import { route } from './route.ts'

const at = '/api/v1/flows'
const ofPart = z.strictObject({ kind: FlowPartKind, name: FlowName })
const ofVersion = z.strictObject({ number: z.coerce.number().int().min(1).max(2_147_483_647) })
const version = z.coerce.number().int().min(0).max(2_147_483_647)
const edited = { version: z.int32().positive() }

/** The draft of the flows: each flow, slot and table is a part with a version of its own. */
export const flowDraftRoutes = {
  getFlows: route({
    method: 'GET',
    path: at,
    area: 'Flows',
    access: 'staff',
    summary: 'How things stand: how large the draft is, what is wrong with it, which versions conversations begin with',
    ok: FlowOverview,
  }),
  listFlowParts: route({
    method: 'GET',
    path: `${at}/parts`,
    area: 'Flows',
    access: 'staff',
    summary: 'The flows, slots and tables of the draft, by name',
    query: z.strictObject({ kind: FlowPartKind.optional() }),
    ok: z.strictObject({ parts: z.array(FlowPartSummary) }),
  }),
  getFlowPart: route({
    method: 'GET',
    path: `${at}/parts/:kind/:name`,
    area: 'Flows',
    access: 'staff',
    summary: 'A flow, slot or table of the draft',
    params: ofPart,
    ok: FlowPart,
  }),
  saveFlowPart: route({
    method: 'PUT',
    path: `${at}/parts`,
    area: 'Flows',
    access: 'supervisor',
    summary: 'Save a flow, slot or table; `version` is the one the edit started from, null for a new one',
    body: FlowPartChange,
    ok: FlowPart,
  }),
  renameFlowPart: route({
    method: 'POST',
    path: `${at}/parts/:kind/:name/rename`,
    area: 'Flows',
    access: 'supervisor',
    summary: 'Give a part another name, also wherever other parts name it; those are told',
    params: ofPart,
    body: z.strictObject({ to: FlowName, ...edited }),
    ok: z.strictObject({ part: FlowPart, changed: z.array(FlowPartName) }),
  }),
  copyFlowPart: route({
    method: 'POST',
    path: `${at}/parts/:kind/:name/copy`,
    area: 'Flows',
    access: 'supervisor',
    summary: 'A new part with the same content',
    params: ofPart,
    body: z.strictObject({ to: FlowName }),
    ok: FlowPart,
    status: 201,
  }),
  removeFlowPart: route({
    method: 'DELETE',
    path: `${at}/parts/:kind/:name`,
    area: 'Flows',
    access: 'supervisor',
    summary: 'Remove a part from the draft; what names it is found by the checks',
    params: ofPart,
    query: z.strictObject({ version: version.min(1) }),
    ok: z.null(),
    status: 204,
  }),
  getFlowDraft: route({
    method: 'GET',
    path: `${at}/draft`,
    area: 'Flows',
    access: 'staff',
    summary: 'The whole draft',
    ok: z.strictObject({ draft: z.int(), set: FlowSet }),
  }),
  checkFlowDraft: route({
    method: 'GET',
    path: `${at}/draft/findings`,
    area: 'Flows',
    access: 'staff',
    summary: 'What is wrong with the draft, errors first: they keep it from being published',
    ok: z.strictObject({ draft: z.int(), findings: z.array(FlowFinding) }),
  }),
  exportFlowDraft: route({
    method: 'GET',
    path: `${at}/draft/yaml`,
    area: 'Flows',
    access: 'staff',
    summary: 'The whole draft as YAML, always written the same way',
    ok: z.unknown(),
    file: true,
  }),
  importFlowDraft: route({
    method: 'POST',
    path: `${at}/draft/yaml`,
    area: 'Flows',
    access: 'supervisor',
    summary:
      'Take flows in as YAML or JSON, sent as the body, at most 2 MB. With `preview` it is told what would come of it, and nothing is changed; a commit names the state of the draft that the preview told',
    query: z.strictObject({
      preview: z.stringbool().default(true),
      /** `add`: what the file does not hold stays; `replace`: it goes. */
      mode: z.enum(['add', 'replace']).default('add'),
      draft: version.optional(),
      /** In which what cannot be read is told. */
      language: Language.default('en'),
    }),
    body: 'stream',
    ok: FlowImportReport,
  }),
  getFlowSchema: route({
    method: 'GET',
    path: `${at}/schema`,
    area: 'Flows',
    access: 'staff',
    summary: 'The JSON Schema of the flow language, draft 2020-12',
    ok: z.record(z.string(), Json),
  }),
}

/** What was published stays readable for ever, so that conversations end with the flows they began with. */
export const flowVersionRoutes = {
  listFlowVersions: route({
    method: 'GET',
    path: `${at}/versions`,
    area: 'Flows',
    access: 'staff',
    summary: 'The versions, newest first, with what changed against the one before',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    ok: z.strictObject({ versions: z.array(FlowVersion), total: z.int() }),
  }),
  publishFlows: route({
    method: 'POST',
    path: `${at}/versions`,
    area: 'Flows',
    access: 'supervisor',
    summary:
      'Make a version of the draft, and let conversations begin with it: all or a share of them, now or at a time. Refused while the draft has errors',
    body: FlowPublication,
    ok: z.strictObject({ version: FlowVersion, rollout: FlowRollout }),
    status: 201,
  }),
  getFlowVersion: route({
    method: 'GET',
    path: `${at}/versions/:number`,
    area: 'Flows',
    access: 'staff',
    summary: 'A version with what is in it',
    params: ofVersion,
    ok: z.strictObject({ version: FlowVersion, set: FlowSet }),
  }),
  exportFlowVersion: route({
    method: 'GET',
    path: `${at}/versions/:number/yaml`,
    area: 'Flows',
    access: 'staff',
    summary: 'A version as YAML',
    params: ofVersion,
    ok: z.unknown(),
    file: true,
  }),
  releaseFlowVersion: route({
    method: 'POST',
    path: `${at}/versions/:number/release`,
    area: 'Flows',
    access: 'supervisor',
    summary: 'Let conversations begin with a version: a share of them, all, or again after another; now or at a time',
    params: ofVersion,
    body: FlowReleaseDraft,
    ok: FlowRollout,
  }),
  draftFlowVersion: route({
    method: 'POST',
    path: `${at}/versions/:number/draft`,
    area: 'Flows',
    access: 'supervisor',
    summary: 'Make a version the draft again; what was in the draft goes',
    params: ofVersion,
    body: z.strictObject({ draft: z.int32().nonnegative() }),
    ok: z.strictObject({ draft: z.int() }),
  }),
  compareFlowVersions: route({
    method: 'GET',
    path: `${at}/comparison`,
    area: 'Flows',
    access: 'staff',
    summary: 'What is otherwise in one version than in another, part by part and step by step; 0 stands for the draft',
    query: z.strictObject({ from: version, to: version.default(0) }),
    ok: FlowComparison,
  }),
  getFlowRollout: route({
    method: 'GET',
    path: `${at}/rollout`,
    area: 'Flows',
    access: 'staff',
    summary: 'Which versions conversations begin with, what is planned, and the last 100 changes of it, newest first',
    ok: z.strictObject({ rollout: FlowRollout, releases: z.array(FlowRelease) }),
  }),
  stopFlowCandidate: route({
    method: 'POST',
    path: `${at}/rollout/stop`,
    area: 'Flows',
    access: 'supervisor',
    summary: 'Let nobody begin with the candidate any more',
    body: z.strictObject({ rollout: z.int32().nonnegative() }),
    ok: FlowRollout,
  }),
  cancelFlowPlan: route({
    method: 'DELETE',
    path: `${at}/rollout/plans/:id`,
    area: 'Flows',
    access: 'supervisor',
    summary: 'Take back what was planned for a time',
    params: z.strictObject({ id: z.string().max(80) }),
    ok: z.null(),
    status: 204,
  }),
  getLiveFlows: route({
    method: 'GET',
    path: `${at}/live`,
    area: 'Flows',
    access: 'staff',
    summary: 'The flows that conversations begin with now',
    ok: ReleasedFlows,
  }),
}
