/**
 * How English-speaking customers ask for a person. Read on folded, squeezed text ("don't" is "dont"). `innocent` is taken
 * out first; then any `wish` anywhere, or a clause wholly made of `vocabulary`, is a wish.
 */
const kind =
  '(?:(?:real|live|living|actual|human|proper|physical|breathing|another|different|new|senior|customer|client|service|services|support|sales|technical|tech|billing|online|chat|care|help|store|shop|your|top|better|qualified)\\s+)'
const strong =
  '(?:human beings?|humans?|persons?|agents?|representatives?|reps?|operators?|managers?|supervisors?|advis[oe]rs?|staff(?: members?)?|employees?|specialists?|(?:real|live|actual|human) (?:people|someone|support|help|assistance|assistant|chat)|live chat|customer (?:service|services|support|care)|support (?:team|person|staff)|(?:team )?members?(?: of (?:staff|the team|your team))|team members?|colleagues?|csr|(?:your|an?) executives?)'
const weak =
  '(?:someone|somebody|anyone|anybody|an? (?:man|woman|guy|lady|boss)|(?:the|your) boss|support|(?:the|your) (?:team|owner|boss)|(?:\\w+ )?department|people|the person in charge|whoever is in charge|assistants?)'
const article = '(?:(?:an?|the|your|ur|one of your|some|any|any of your|one of the|another|my)\\s+)'
const anyPerson = `${article}?${kind}{0,3}(?:${strong}|${weak})\\b`
const surePerson = `${article}?${kind}{0,3}${strong}\\b`
const contact =
  '(?:talk|talking|speak|speaking|spk|chat|chatting|deal|dealing|connect|connected|put|get|hand|handed|in touch|in contact|hold|conversation|call|word)'
/** Money and parcels are sent to people too: only the conversation itself, or a person by title, makes these a wish. */
const pass =
  '(?:transfer|transferred|forward|forwarded|escalate|escalated|switch|switched|pass|passed|redirect|redirected|route|routed|send)'
const meanwhile =
  '(?: (?:me|us|this|the|my|this chat|my call|my chat|my case|conversation|back|over|on|through|now|right now|directly|straight|please|asap|maybe|again|only|just))'
/** After a person: the end, or words that go on about the wish; not "person size", "agent for cleaning". */
const closes =
  '(?=$|[,.!?;]| (?:please|pls|plz|now|asap|here|instead|who|whom|right|immediately|not|and not|rather|because|bc|cos|cuz|today|around|available|there|thanks|thank|ok|urgently|again|already|this|in here|on here|on the (?:phone|line|chat)|i can|we can|that (?:can|could|knows|understands|speaks|will)|for (?:this|help|assistance)|about|(?:to|can) (?:talk|speak|help|chat|answer|assist|call|handle|look|solve|fix|explain|deal|sort|contact|reply|respond)))'
const machine =
  '(?:bots?|chat ?bots?|auto(?:mated|matic)? (?:replies|reply|messages?|responses?|answers?|system)|canned (?:replies|responses|answers|messages)|virtual assistants?|ai assistants?)'
const anyMachine = `(?:${machine}|robots?|machines?|computers?|ai|algorithm|program|recording)`
const filler =
  '(?: (?:to|be|being|any|an?|the|your|this|that|these|with|from|by|of|talk|talking|speak|speaking|chat|chatting|connected|transferred|transfer|deal|dealing|me|help|another|more|stupid|dumb|useless|damn|sending|giving|using|getting|getting|have|having|reach|see|contact))'

export const innocent = [
  // A refusal, but not "why dont you put me through".
  `(?<!why |you |they |just )\\b(?:dont|do not) (?:transfer|connect|escalate|forward) (?:me|us|this|it)\\b(?! to (?:an? |the |your |this |another )?${anyMachine})`,
  `(?<!how |where |who )\\b(?:do|does|did|should|must|would|will|shall|why would) (?:i|we|you|it|one|customers|my \\w+)(?: (?:really|still|even|first|always|also|just|actually))?(?: (?:need|have|want|got|require))?(?: to)?(?: (?:first|really|physically|personally))? (?:${contact}|${pass}|contact|reach|see|visit|get)${meanwhile}{0,2} (?:to |with |of |through to )?${anyPerson}`,
  `\\b(?:without|before|after|while|when|instead of|rather than|than|by) (?:having to |needing to )?(?:talk|speak|chatt?|contact|call|deal|wait)ing(?: (?:to|with|for))? ${anyPerson}`,
  `\\b(?:dont|do not|doesnt|didnt|did not|no need|not need|neednt|rather not|never|wont need|not asking|no longer|not looking|not trying|please dont)(?: (?:want|need|wish|have|like|require|really|really need|think i need|asked|ask|even want))?${filler}{0,8}(?: for| to| with)?(?: an?| the| your)? ?${kind}{0,2}(?:${strong}|${weak})\\b`,
  `\\b(?:was|were|been|got|had|already|just|have) (?:talking|speaking|connected|transferred|chatting|in touch|in contact)(?: \\w+)? (?:to|with) ${anyPerson}`,
  `\\b(?:are|r) (?:you|u|we)\\b[^,.!?;]{0,30}\\b(?:human|person|people|robot|bot|machine|ai|real|computer|operator|agent)\\b`,
  `\\b(?:am|are) (?:i|we) (?:now |really |actually )?(?:talking|speaking|chatting|connected)[^.!?;]*`,
  `\\b(?:can|could|would|do) (?:you|u) (?:act|be|pretend|think|sound|feel)\\b[^.!?;]*`,
  `\\b(?:is|was) (?:this|it|that)(?: really| actually)? (?:an? )?(?:real |live |actual )?(?:human|person|robot|bot|machine|computer|agent)\\b`,
  `\\b(?:i am|im|i m) (?:an? |not an? )${kind}?(?:human|person|agent|robot|manager|operator|representative)\\b`,
  `\\b(?:agents?|representatives?|managers?|supervisors?|operators?|advisors?|staff|someone|reps?) (?:told|said|promised|was|were|has|had|hung|never|from|named|called|discount|approval|manual|license)`,
  `\\b(?:hours?|number|phone|email|address|opening|times?|salary|jobs?|rating|reviews?) (?:of|for|to) (?:the |your |a |an )?${kind}{0,2}(?:${strong}|support)`,
  `\\b(?:customer (?:service|services|support|care)|live chat|support(?: team)?|operators?|agents?) (?:hours?|number|phone|email|line open|open|closed|times?|opening|address|available on)`,
  `\\b(?:cleaning|travel|estate|insurance|bleaching|shipping|foaming|free|reducing|oxidi[sz]ing|wetting) agents?\\b`,
].map((source) => new RegExp(source, 'g'))

export const wishes = [
  `\\b${contact}${meanwhile}{0,3} (?:to|with|over to|through to|onto|of|through) ${anyPerson}(?! (?:elses?|under|over|aged|in (?:my|our) family))`,
  `\\b${pass}${meanwhile}{0,3} (?:to|with|over to|onto) ${surePerson}(?! (?:account|number))`,
  `\\b${pass} (?:me|us|this chat|my call|my chat)${meanwhile}{0,2} (?:to|with|over to|onto) ${anyPerson}`,
  `(?<!the |a )\\b(?:talk|speak|chat|spk) ${anyPerson}(?! \\w)`,
  `\\b(?:talk|speak|chat)(?: directly)? (?:to|with) someone else\\b`,
  `\\b(?:want|wanna|need|help from|assistance from|get|give|gimme|send|bring|fetch|find|prefer|request|requesting|require|demand|like|expect|see|reach|contact|call|have|looking for|look for|ask for|asking for|use|where(?: is| are|s)|is there|are there|isnt there|any|put|where can i find|wheres)(?: me| us| to)?(?: (?:reach|contact|see|get|find|have|call|meet))? ${surePerson}${closes}`,
  `\\b(?:let|have|get|ask|tell) (?:an? |the |your )?${kind}{0,2}(?:${strong}|someone|somebody) (?:to )?(?:help|answer|call|contact|reply|respond|talk|speak|deal|handle|assist|look|take over|join|step in)`,
  `\\b(?:can|could|will|would|may|please|have|need|want)(?: \\w+)? (?:someone|somebody|anyone|anybody|an? (?:human|person|agent)|your (?:team|staff|manager))(?: please| actually| real| there)? (?:to )?(?:call|phone|ring|contact|text|talk to|speak (?:to|with)|get back to|reply to|answer) (?:me|us)(?: back)?(?=$|[,.!?;]| (?:please|now|asap|about|on|with|at|today|instead|immediately|regarding|who))`,
  `\\b(?:can|could|will) (?:someone|somebody|anyone|anybody)(?: please| actually| real| there)? (?:help|assist) me(?=$|[,.!?;]| (?:please|now|asap|instead))`,
  `\\b(?:is|are) (?:there )?(?:any|some|actual |real )?(?: )?(?:one|body|anyone|anybody|someone|somebody|real people|humans?|people|person)(?: actually| really| even)? (?:there|here|around|available|online|home|working|i can)`,
  `\\b(?:stop|turn off|disable|kill|shut (?:off|up)|switch off|no more|enough (?:of|with)|enough|sick of|tired of|fed up with|done with|hate|dont want|do not want|dont need|dont like|get rid of|had it with|instead of)${filler}{0,6} ${machine}${closes}`,
  `\\b(?:not|dont|do not|stop|sick of|tired of|hate|refuse to|rather not|fed up with|done|no)(?: (?:want|wanna|like|wish|need|having|have|made|going|gonna|prefer))?(?: to)? (?:talk|talking|speak|speaking|chat|chatting|deal|dealing|type|typing)(?: to| with)${filler}{0,4} ${anyMachine}${closes}`,
  `^(?:please )?(?:no|not) (?:an? |more |the )?(?:${anyMachine})(?: please)?$`,
  `\\b(?:real|live|actual) (?:human|person|agent|operator|representative|people)(?: being)? (?:now|please|pls|plz|asap|immediately)`,
  `\\b(?:escalate|transfer me|put me through|hand me over|connect me)(?: this| it| my (?:case|issue|problem|complaint|ticket))?(?: now| please| asap| to)?(?=$|[,.!?;])`,
].map((source) => new RegExp(source))

/** A clause made of nothing else asks for a person if it names one. */
export const vocabulary = new Set(
  `i id im we me us my want wanna need needs get give gimme let lets to talk talking speak speaking chat be is are there here any
  some a an the your ur you u can could may would like please pls plz now right asap immediately just really actually real live
  actual human humans only ok okay hello hi hey again still yes have got do how where with connect transfer put through call on in
  line phone today out at all back up this it then so and quick quickly fast urgent urgently first find reach contact available
  online around help service customer support care executive person people agent agents representative representatives rep reps operator
  operators manager supervisor advisor adviser being someone somebody staff member specialist chat team dear sir damn bloody
  answer come must cant cannot not bot robot machine instead for straight directly guy`.split(/\s+/),
)
export const named =
  /\b(?:humans?|(?:real|live|actual) (?:person|people|someone|somebody)|person|agents?|representatives?|reps?|operators?|managers?|supervisors?|advis[oe]rs?|staff|specialist|customer (?:service|support|care)|(?:contact|reach|call) support|live chat|support team)\b/
