import type { Words } from '../words.ts'
import { account } from './account.ts'
import { answerStyle } from './answer-style.ts'
import { app } from './app.ts'
import { conversation } from './conversation.ts'
import { guides } from './guides.ts'
import { graph } from './graph.ts'
import { helpCentre } from './help-centre.ts'
import { inbox } from './inbox.ts'
import { keeping } from './keeping.ts'
import { knowledge } from './knowledge.ts'
import { known } from './known.ts'
import { learning } from './learning.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { review } from './review.ts'
import { settings } from './settings.ts'
import { relations } from './relations.ts'
import { evaluation } from './evaluation.ts'
import { sources } from './sources.ts'
import { dictionary } from './dictionary.ts'
import { trying } from './trying.ts'
import { writing } from './writing.ts'

export const en: Words = {
  answerStyle,
  app,
  guides,
  graph,
  helpCentre,
  inbox,
  conversation,
  keeping,
  knowledge,
  known,
  learning,
  people,
  review,
  settings,
  sources,
  evaluation,
  relations,
  dictionary,
  trying,
  account,
  problems,
  writing,
}
