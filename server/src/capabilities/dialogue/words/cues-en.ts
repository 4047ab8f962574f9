/** How English-speaking customers steer a flow. */
import type { Cues } from './cues.ts'

const before =
  "(?:(?:oh|ok|okay|well|so|um+|uh|hmm+|hey|and|just|please|sorry|actually|no|nah|yeah|yes|then|i|i'd|let's|lets|can you|could you|would you|you know what) )*"
const after =
  '(?: (?:please|pls|thanks|thank you|thx|then|now|for now|again|ok|okay|sorry|mate|man|already|though|yet|all|right|to me|for me|with me))*'
const whole = (inside: string) => new RegExp(`^${before}(?:${inside})${after}$`, 'u')
const it =
  '(?:it|that|this|them|the whole thing|everything|all of (?:it|this|that)|the (?:return|exchange|refund|request|process))'

export const englishCues: Cues = {
  cancel: whole(
    `never ?mind|nevermind|nvm|forget (?:about )?(?:${it}|return|refund)|forget|stop(?: ${it})?|quit|exit|abort|leave ${it}|drop ${it}|scrap ${it}|(?:i )?(?:have |'ve |ve )?changed my mind|(?:i'?ll|i will|i'm gonna|i'm going to) (?:keep|leave) ${it}|(?:i )?(?:don'?t|do not) (?:want|need)(?: to)? (?:(?:return|exchange|change|cancel|do|continue|order) )?(?:${it} )?any ?more|(?:i )?(?:don'?t|do not) want to (?:return|exchange|change|cancel|do|continue)(?: ${it})?|don'?t bother|not any ?more|cancel ${it}`,
  ),
  drop: whole(
    "cancel|not (?:right )?now|maybe later|(?:another|some other) time|no need|not needed|i don'?t (?:want|need) (?:it|that|to)|(?:don'?t|do not) do (?:it|that)",
  ),
  waitNoMore: whole(
    "(?:(?:i'?m|am) )?not (?:going to wait|waiting)(?: any (?:more|longer))?|(?:i )?(?:won'?t|will not|don'?t want to) wait(?: any (?:more|longer))?|leave the (?:line|queue)|take me out of the (?:line|queue)",
  ),
  resume: whole(
    "continue(?: (?:with )?(?:the |my |that |this )?.{0,24})?|go on|carry on|resume(?: .{0,20})?|(?:go |get |let's go |take me )?back to (?:the |my |what )?.{1,30}|where were we|as i was saying|keep going|pick up where we (?:left|were).{0,8}|what were we doing",
  ),
  repeat: whole(
    "repeat(?: (?:that|it|the question|yourself))?|say (?:that|it)|come again|pardon(?: me)?|what did you (?:say|ask)|what was (?:that|the question)|(?:i )?(?:missed|didn'?t (?:see|catch|get|hear)) (?:that|it|you|the question)|what|once more|one more time|huh",
  ),
  help: whole(
    "(?:(?:i|really|have|'ve|honestly|simply|also) )*(?:don'?t know|dont know|do not know|dunno|idk|no idea|no clue|not sure|unsure|(?:don'?t|dont) have it (?:on|with) me|can'?t (?:remember|recall|find it|tell)|cant (?:remember|find it)|don'?t (?:remember|understand|get it|have it)|forgot|have forgotten|forgotten|am lost|confused|i'm lost)(?: (?:it|that|what (?:it|that|this) (?:is|means)|what you mean|which one|what to (?:say|put|choose|pick)|where (?:it|that) is|where to find it))?|what(?:'?s| is| does| do)? (?:it|that|this|you)(?: (?:mean|for))?(?: by (?:it|that))?|what(?:'s| is) (?:it|that|this) for|(?:but )?why(?: (?:do|would|are|is) (?:you|u|it|that).{0,30})?|what do you need (?:it|that) for|where (?:do|can|would|should) i (?:find|see|get|look).{0,16}|where(?:'s| is) (?:it|that)|how (?:do|can|would) i (?:find|know|see|get|tell) (?:it|that)|help|what are my options|what(?:'s| is) the difference|which(?: one)? (?:should|do) i (?:pick|choose|take)",
  ),
  affirm: whole(
    "(?:y|ye|yes|yea|yeah|yep|yup|ya|sure(?: thing)?|ok|okay|k|kk|right|correct|exactly|indeed|absolutely|definitely|of course|certainly|confirm(?:ed)?|i confirm|go ahead|go for it|please do|do it|do that|submit(?: it)?|sounds (?:good|great|fine|right)|looks (?:good|right|correct|fine)|(?:that|it)(?:'s| is|s) (?:right|correct|fine|it|good|ok|okay|the one)|all good|all right|alright|fine|perfect|great|good|let'?s do (?:it|that|this)|proceed|i agree|agreed|i do|i did|i have|it is|it does|works for me|that works|fine by me|👍|👌|✅)(?:[ ,]+(?:and )?(?:yes|sure|ok|okay|go ahead|please|do it|please do|confirm|that's right|thats right|correct|thanks|thank you|that is correct|that'?s correct|that'?s fine|submit it|proceed|it is|i do))*",
  ),
  deny: whole(
    "n|no+|nope|nah|na|not really|not yet|never|wrong|incorrect|negative|don'?t|do not|(?:that|it|this)(?:'s| is|s) (?:not right|wrong|not correct|incorrect|not it|not what i (?:want|meant|said))|not (?:that|this)(?: one)?|i don'?t|i haven'?t|i didn'?t|it isn'?t|it doesn'?t|absolutely not|definitely not|no thanks|no thank you|no way",
  ),
  haveDone: /^(?:yes |yeah )?i (?:did|do|have|bought it|got it)$/u,
  hedge: /^(?:i (?:think|believe|guess|suppose)(?: so)?,? ?|probably |maybe |should be )(?=\S)/u,
  but: /^(?:but|however|although|though|except|only)\b/u,
  hum: /^(?:h+m+|u+[hm]+|e+r+m?|well|so)$/u,
  hesitate:
    /\b(?:let me (?:think|check|see|find|look|get|ask|grab)|wait|hold on|hang on|one (?:sec|second|moment|minute|min)|just a (?:sec|second|moment|minute|min)|give me a|gimme a|brb|bear with me|thinking about it|think about it|i need to (?:think|check)|not sure yet|two secs?)\b/u,
  correct:
    /\b(?:i mean[t]?|actually|wrong (?:one|order|number|size|address|item)|(?:that|it)(?:'s| is|s| was) wrong|my (?:mistake|bad)|typo|mistyped|misspoke|oops|correction|(?:change|switch|update|correct) (?:it|that|the|my) ?.{0,24}? to|make (?:it|that)|rather|instead|scratch that|should (?:be|have been|say)|i (?:said|typed|wrote|gave|picked|chose) (?:it )?wrong|a different (?:order|one|size|address)|another (?:order|one)|gave you the wrong|wait,? (?:no|it'?s|its|the|i)\b|no,? wait|sorry,? (?:it'?s|no|i meant?|not)|not .{1,24},? (?:but|it'?s|its))\b|^no,? (?:it'?s|its|the|that'?s|my)\b/u,
  wrong:
    /^(?:no |oh |sorry |oops )*(?:that's |it's |i (?:gave|typed|picked|chose) |you have |gave you )?(?:the |a |my )?wrong [a-z ]{2,20}$|\b(?:is|are|was|were) (?:wrong|incorrect|not right)$/u,
  takeBack: whole(
    "(?:(?:that|it|this)(?:'s| is|s| was) )?(?:not|wrong)(?: (?:that|this|the|my|the right))?(?: it)?(?: one)?|(?:that|it|this)(?:'s| is|s| was) (?:not (?:it|the one)|(?:the|a) wrong it|the wrong one)|(?:the )?wrong it|i (?:gave|typed|picked|chose|said|meant|sent|have)(?: you)? (?:the|a) wrong (?:it|one)|(?:(?:it|that)(?:'s| is|s| was) |i (?:meant?|want|need) |make it |use |take |it should be )?(?:the|an|a)? ?(?:other|another|different)(?: one| it)?|(?:i (?:want|need|would like|'d like) |want |need |would like )?(?:to )?(?:use|take|switch(?: to)?|change(?: to)?|try|give you|pick|choose) (?:the |an |a )?(?:other|another|different) (?:it|one)|(?:the |my )?it (?:is|was) wrong|i(?: have|'ve|ve)? changed my mind (?:about|on) (?:the |my |that )?it|my (?:mistake|bad)",
  ),
  pardon: /^(?:sorry|i'm sorry|excuse me|apologies|hi|hello)$/u,
  becomes:
    /(?:\bi mean[t]?(?: to say)?|\bactually(?:,? (?:it'?s|its|it is|the|make it|i want))?|\b(?:to|make (?:it|that)|should (?:be|have been|say)|rather|it'?s|its|is|but|correction|sorry|want|oops|mistake|typo)\b|:)/u,
  another:
    /^(?:great|good|okay|ok|cool|thanks|thank you|thx|cheers|and|also|now|then|what about|how about|same for|the other one|order|number|please|[ ,.!?])+$/u,
  ask: /\?|^(?:and |but |so |ok |okay |no |yes |well |also |hey )*(?:how|what|what's|whats|where|where's|when|when's|who|whose|which|why|can|could|do|does|did|is|are|will|would|should|may|am)\b|\b(?:how (?:do|can|to|long|much|many)|where (?:is|are|can|do)|when (?:will|is|can|do)|what (?:is|are|do|can|happens|about|if)|(?:do|can|will|are|could) you(?! please))\b/u,
  askHow:
    /\b(?:how (?:do|can|to|long|much|many|does|would|should)|what(?:'s| is| are) (?:the|your)|(?:can|may|could|do|will|am) i (?!(?:also |still |please )?(?:get|have) (?:an?|my|the)\b)|who pays|is it (?:possible|free)|is there a (?:fee|charge|cost)|do you (?:offer|accept|have|charge))\b/u,
  neither:
    /\b(?:neither|none) (?:of (?:them|these|those|the above)|really)|^(?:neither|none|nothing like that|something else|other)$|\bnot (?:any|either) of\b/u,
  askHowLong: /\bhow (?:long|many (?:days|hours|weeks|working days))\b/u,
  want: /\b(?:i (?:also |still |just |really )?(?:want|need|wanna|would like)|i'?d like|i'?m (?:trying|looking) to|help me|tell me|show me|can you|could you|please|let'?s|gimme|give me)\b/u,
  refuse:
    /^(?:(?:no|and|but|i|i'm|please|well|ok|okay|so|im) )*(?:don'?t|do not|didn'?t|not|never|am not|rather not|wouldn'?t)(?: (?:want|need|ask(?:ed)?|asking|looking|trying|for|to|a|an|the|my|like|really|do))*/u,
  opening:
    /^(?:(?:um+|uh|oh|ok|okay|well|yes|yeah|yep|sure|hmm+|so|right)(?:[, .]|$)+|(?:it'?s|its|it is|it was|because|that would be|that'?s|my one is|i(?:'d| would) (?:like|say)|i (?:want|choose|pick|prefer|take)|i'?ll (?:take|have|go with)|let'?s (?:go with|say)|here(?: it is|'s)?:?|i think|probably|please)\s+)+/u,
}
