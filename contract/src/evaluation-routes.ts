import { z } from 'zod'
import { EvaluationDraft, EvaluationOutcome, EvaluationQuestion, EvaluationRun, EvaluationSet } from './evaluation.ts'
import { route } from './route.ts'

const byId = z.strictObject({ id: z.string().max(80) })
const named = z.strictObject({ name: z.string().trim().min(1).max(120) })
const at = '/api/v1/evaluation'

/** Questions with what is expected of their answers, asked of the live knowledge as a visitor of the web chat asks. */
export const evaluationRoutes = {
  listEvaluationSets: route({
    method: 'GET',
    path: `${at}/sets`,
    area: 'Evaluation',
    access: 'staff',
    summary: 'The sets of questions, each with its last run',
    ok: z.strictObject({ sets: z.array(EvaluationSet) }),
  }),
  addEvaluationSet: route({
    method: 'POST',
    path: `${at}/sets`,
    area: 'Evaluation',
    access: 'supervisor',
    summary: 'Begin a set',
    body: named,
    ok: EvaluationSet,
    status: 201,
  }),
  removeEvaluationSet: route({
    method: 'DELETE',
    path: `${at}/sets/:id`,
    area: 'Evaluation',
    access: 'supervisor',
    summary: 'Remove a set with its questions and runs',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
  listEvaluationQuestions: route({
    method: 'GET',
    path: `${at}/sets/:id/questions`,
    area: 'Evaluation',
    access: 'staff',
    summary: 'The questions of a set, in the order in which they were added',
    params: byId,
    ok: z.strictObject({ questions: z.array(EvaluationQuestion) }),
  }),
  addEvaluationQuestion: route({
    method: 'POST',
    path: `${at}/sets/:id/questions`,
    area: 'Evaluation',
    access: 'supervisor',
    summary: 'Add a question to a set; at most 1,000 a set',
    params: byId,
    body: EvaluationDraft,
    ok: EvaluationQuestion,
    status: 201,
  }),
  changeEvaluationQuestion: route({
    method: 'PUT',
    path: `${at}/questions/:id`,
    area: 'Evaluation',
    access: 'supervisor',
    summary: 'Replace a question; runs that were keep what was asked then',
    params: byId,
    body: EvaluationDraft,
    ok: EvaluationQuestion,
  }),
  removeEvaluationQuestion: route({
    method: 'DELETE',
    path: `${at}/questions/:id`,
    area: 'Evaluation',
    access: 'supervisor',
    summary: 'Remove a question',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
  startEvaluation: route({
    method: 'POST',
    path: `${at}/sets/:id/runs`,
    area: 'Evaluation',
    access: 'supervisor',
    summary: 'Ask all questions of a set, in the background. One run at a time: a running one is answered as it is',
    params: byId,
    ok: EvaluationRun,
    status: 202,
  }),
  listEvaluations: route({
    method: 'GET',
    path: `${at}/sets/:id/runs`,
    area: 'Evaluation',
    access: 'staff',
    summary: 'The last 50 runs of a set, newest first',
    params: byId,
    ok: z.strictObject({ runs: z.array(EvaluationRun) }),
  }),
  getEvaluation: route({
    method: 'GET',
    path: `${at}/runs/:id`,
    area: 'Evaluation',
    access: 'staff',
    summary: 'One run with what was answered to each question; ask again to follow it',
    params: byId,
    ok: z.strictObject({ run: EvaluationRun, outcomes: z.array(EvaluationOutcome) }),
  }),
}
