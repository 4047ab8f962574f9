/**
 * What the engine says itself, between what the flows say: warm, short, and not always in the same words. `variant` (the
 * number of the turn) picks among wordings, so that a turn that is decided again says the same.
 */
import type { Language } from '@lingxi/contract/message'

type Wordings = readonly string[]
type Sentences = Record<keyof typeof zh, Wordings>

const zh = {
  yes: ['是的'],
  no: ['不用了'],
  person: ['转人工'],
  goOn: ['接着办'],
  digress: ['好的，先帮您看「{flow}」，「{below}」稍后接着来。', '没问题，先说「{flow}」，说完再回到「{below}」。'],
  several: ['好的，咱们一件一件来：{flows}。', '您说的几件事我都记下了，按顺序来：{flows}。'],
  about: ['关于「{flow}」：'],
  nextUp: ['接下来是「{flow}」。', '好，下面办「{flow}」。'],
  backTo: ['我们接着说「{flow}」。', '好，回到「{flow}」。', '回到刚才的「{flow}」。'],
  corrected: ['好的，{slot}改成 {value}。', '明白，{slot}已改为 {value}。'],
  reopened: ['好的，{slot}我们重新来。', '明白，那{slot}换一个。'],
  takeTime: ['不着急，您慢慢来。', '好的，我在这儿等您。'],
  noted: ['好的，记下了。', '收到，已经记下。'],
  cancelled: ['好的，「{flow}」先不办了，什么都没有改动。', '没问题，「{flow}」就到这里，需要时随时再找我。'],
  refused: ['好的，不办「{flow}」。您看还有什么需要？', '明白，不办「{flow}」。还有别的想问的吗？'],
  declined: ['好的，那就先不办了。', '没问题，这次先不处理。'],
  staysDone: ['好的，「{flow}」就到这里。已经办好的部分我撤不回来，需要的话可以转人工。'],
  underway: ['这一步已经在办了，暂时撤不回来，有结果我马上告诉您。'],
  notUnderstood: ['抱歉，我没有听明白。', '不好意思，这句我没对上。'],
  help: ['我需要知道您的{slot}，才能接着帮您办。', '请把{slot}告诉我，我好继续往下办。'],
  repeat: ['好的，我再说一遍：', '没问题，再说一次：'],
  clarify: ['您是想办哪一件？', '我想确认一下，您说的是哪一件？'],
  offer: ['资料里没有查到确切的答案。您是想办下面的哪一件吗？', '这个我没查到准确的说法。您要办的是下面这件事吗？'],
  confirmAction: ['您确认要办理「{flow}」吗？', '那我就为您办理「{flow}」，可以吗？'],
  working: ['好的，正在为您办理，请稍等。', '收到，我这就去办。'],
  approval: ['已经提交，需要同事核对一下，有结果我马上告诉您。', '这一步要请同事过目，通过后立刻通知您。'],
  actionRefused: ['很抱歉，这次没能办成。{reason}', '不好意思，系统没有通过这次办理。{reason}'],
  actionFailed: [
    '抱歉，系统那边一直没有回应，我请同事接着帮您办。',
    '不好意思，刚才没能办好，这就请同事来处理，您不用重复。',
  ],
  stuck: ['抱歉，这件事我没能顺利办下去，请同事来帮您。', '不好意思，我这里卡住了，马上请同事接手。'],
  misunderstoodOften: ['看来我没能帮到点子上，还是请同事来和您说吧。', '抱歉让您说了几遍，我请同事来接着帮您。'],
  handOver: ['好的，马上请同事来接待您。', '没问题，正在为您转接同事。'],
  handOverKnown: ['您已经说过的（{known}）会一起转过去，不用重复。'],
  silence: ['您还在吗？不着急，想好了告诉我就行。', '我还在等您，随时可以接着说。'],
  silenceAgain: ['那我先在这儿候着，您有空了说一声，我们从这里接着办。'],
  returnLater: [
    '欢迎回来！上次我们在办「{flow}」，还没办完。要接着办吗？',
    '您好，「{flow}」上次办到一半。现在接着来吗？',
  ],
  stillConfirm: ['欢迎回来！隔了些时间，我再和您确认一遍。'],
  done: ['好了。还有什么可以帮您？', '办妥了，还有别的需要吗？'],
}

const en: Sentences = {
  yes: ['Yes'],
  no: ['No, thanks'],
  person: ['Talk to a person'],
  goOn: ['Carry on'],
  digress: [
    "Sure, let's look at {flow} first; {below} can wait a moment.",
    'No problem: {flow} first, then back to {below}.',
  ],
  several: ["Of course, let's take them one by one: {flows}.", "I've got all of that. In this order: {flows}."],
  about: ['About {flow}: '],
  nextUp: ['Next: {flow}.', "Now let's do {flow}."],
  backTo: ["Let's carry on with {flow}.", 'Back to {flow}.', 'Now, where were we with {flow}?'],
  corrected: ['All right, {slot} is now {value}.', 'Got it, {slot} changed to {value}.'],
  reopened: ["All right, let's take {slot} again.", 'Understood, another {slot} then.'],
  takeTime: ['No rush, take your time.', "Of course, I'll be here."],
  noted: ['Noted.', "Got it, I've made a note."],
  cancelled: [
    "All right, I've dropped {flow}; nothing was changed.",
    'No problem, {flow} ends here. Just ask if you need it again.',
  ],
  refused: ['All right, no {flow}. What else can I do for you?', 'Understood, not {flow}. Is there anything else?'],
  declined: ["All right, I won't do it then.", 'No problem, we leave it as it is.'],
  staysDone: [
    "All right, {flow} ends here. What is done already I can't take back; a colleague may be able to, just ask.",
  ],
  underway: ["That step is already under way and can't be taken back. I'll tell you as soon as it's done."],
  notUnderstood: ["Sorry, I didn't get that.", "I'm afraid I didn't follow."],
  help: ['I need the {slot} to go on with this for you.', 'Please give me the {slot}, then I can carry on.'],
  repeat: ['Of course, once more:', 'Sure, here it is again:'],
  clarify: ['Which of these do you mean?', 'Just to be sure, which one is it?'],
  offer: [
    "I found no certain answer to that. Is it one of these you'd like to do?",
    'Nothing I know answers that exactly. Do you want to do one of these?',
  ],
  confirmAction: ['Shall I go ahead with {flow}?', "I'll go ahead with {flow} then. Is that all right?"],
  working: ["I'm on it, one moment.", 'All right, doing it now.'],
  approval: [
    "I've passed it on. A colleague will check it, and I'll tell you right away.",
    "A colleague has to look at this first; I'll let you know as soon as it's through.",
  ],
  actionRefused: ["I'm sorry, that wasn't possible. {reason}", "I'm afraid our system didn't allow that. {reason}"],
  actionFailed: [
    "Sorry, our system isn't answering. I'm bringing in a colleague to finish this.",
    "I couldn't complete that, I'm sorry. A colleague will take over; you won't have to repeat anything.",
  ],
  stuck: [
    "Sorry, I couldn't get on with this. A colleague will help you.",
    "I'm stuck here, sorry. I'm bringing in a colleague.",
  ],
  misunderstoodOften: [
    "I'm missing the point, I'm sorry. Let me bring in a colleague.",
    'Sorry for making you repeat that. A colleague will take it from here.',
  ],
  handOver: ["Of course. I'm bringing in a colleague.", 'No problem, a colleague will take over.'],
  handOverKnown: ["What you've told me ({known}) goes along, so you won't have to repeat it."],
  silence: ["Are you still there? No rush, just tell me when you're ready.", "I'm still here, whenever you like."],
  silenceAgain: ["I'll wait here. Write whenever you have time, and we'll carry on from this point."],
  returnLater: [
    'Welcome back! Last time we were in the middle of {flow}. Shall we carry on?',
    'Good to see you again. {flow} is still half done. Shall we continue?',
  ],
  stillConfirm: ["Welcome back! It's been a while, so let me check once more."],
  done: ['Done. Is there anything else?', 'All done. What else can I do for you?'],
}
const sentences = { zh, en }

export type EngineWord = keyof typeof zh

/** The sentence, with what is in braces filled in. */
export function engineWords(
  word: EngineWord,
  say: { language: Language; variant: number },
  values: Record<string, string> = {},
): string {
  const wordings = sentences[say.language][word]
  const wording = wordings[Math.abs(say.variant) % wordings.length]!
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '').trim()
}
