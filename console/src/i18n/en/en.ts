import type { Words } from '../words.ts'
import { account } from './account.ts'
import { actions } from './actions.ts'
import { answerStyle } from './answer-style.ts'
import { app } from './app.ts'
import { assist } from './assist.ts'
import { choosing } from './choosing.ts'
import { conversation } from './conversation.ts'
import { dictionary } from './dictionary.ts'
import { entities } from './entities.ts'
import { evaluation } from './evaluation.ts'
import { feeling } from './feeling.ts'
import { flowEditor } from './flow-editor.ts'
import { flowForms } from './flow-forms.ts'
import { flowSimulator } from './flow-simulator.ts'
import { flowTests } from './flow-tests.ts'
import { flowVersions } from './flow-versions.ts'
import { flows } from './flows.ts'
import { graph } from './graph.ts'
import { guides } from './guides.ts'
import { helpCentre } from './help-centre.ts'
import { inbox } from './inbox.ts'
import { keeping } from './keeping.ts'
import { knowledge } from './knowledge.ts'
import { known } from './known.ts'
import { labelling } from './labelling.ts'
import { learning } from './learning.ts'
import { lessons } from './lessons.ts'
import { mcpServers } from './mcp-servers.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { relations } from './relations.ts'
import { replay } from './replay.ts'
import { review } from './review.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'
import { teaching } from './teaching.ts'
import { tickets } from './tickets.ts'
import { training } from './training.ts'
import { trying } from './trying.ts'
import { understanding } from './understanding.ts'
import { writing } from './writing.ts'

export const en: Words = {
  actions,
  mcpServers,
  tickets,
  answerStyle,
  feeling,
  app,
  assist,
  choosing,
  flows,
  flowEditor,
  flowForms,
  flowSimulator,
  flowTests,
  flowVersions,
  guides,
  graph,
  helpCentre,
  inbox,
  conversation,
  keeping,
  knowledge,
  known,
  labelling,
  learning,
  people,
  replay,
  review,
  settings,
  sources,
  evaluation,
  relations,
  dictionary,
  training,
  teaching,
  entities,
  lessons,
  trying,
  understanding,
  account,
  problems,
  writing,
}
