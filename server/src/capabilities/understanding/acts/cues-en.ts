/** What English-speaking customers say around, instead of, and in anger besides a question. */
import type { Cues } from './cues.ts'
import { wordsOf } from '../surface/normalise.ts'

const bot =
  '(?:an? )?(?:real |live |actual |chat ?)?(?:human|person|robot|bot|machine|ai|real|live being|automated assistan\\w+|chatgpt|gpt|computer|chatbot|automated|alive|man|woman|male|female|boy|girl)'

/** What a yes or no is said about: the bot's last words. */
const verdict =
  '(?:thats|that is|that was|that would be|that cant be|that seems|that sounds|that turns out to be|it is|its|this is|what you(?: just)? said is|the answer is|the answer to that is|that (?:information|statement|answer) (?:is|was))'

export const englishCues: Cues = {
  smallTalk: {
    greeting:
      wordsOf(`hi | hi there | hello | hello there | hey | hey there | hey guys | hi guys | hi team | hello team | hiya | hiya there | yo | howdy | greetings | good morning | good afternoon | good evening | good day | morning
      evening | afternoon | helo | hallo | hullo | hi all | dear sir | dear sir or madam | dear team | sup | anyone here | you there | are you there | nice to meet you | sir | madam | mate`),
    thanks:
      wordsOf(`thanks | thank you | thanks a lot | thank you so much | thank you very much | thanks so much | thanks very much | many thanks | thx | thnx | tnx | thks | thanx | ty | tysm | tyvm | cheers | much appreciated | thanks again
      appreciate it | i appreciate it | i appreciate your help | i appreciate the help | thanks for your help | thanks for the help | thank you for your help | thank you for the help | thank you so much for your help | thanks so much for your help
      thanks a lot for your help | thanks in advance | thank you in advance | thanks a bunch | thanks a million | thanks for that | thank you for that | thank u | thankyou | a lot | thanks for your time | thank you for your time | that was helpful | very helpful
      thats helpful | that helped | that was very helpful | youre the best | you are the best | you rock | for helping me | for helping | thanks for helping | thank you for helping | thanks for helping me | thank you for helping me`),
    goodbye:
      wordsOf(`bye | bye bye | byebye | bye now | bye for now | goodbye | good bye | see you | see ya | see you later | see you soon | cya | later | talk to you later | talk soon | ttyl | have a nice day | have a good day | have a great day
      have a good one | have a nice one | take care | good night | goodnight | thats all | that is all | thats it | nothing else | that will be all | thatll be all | thats all for now | thats everything | farewell | have a nice evening | have a good evening
      have a good night | have a great night | have a lovely day | have a good weekend | have a nice weekend | until next time | ciao | so long | no more questions | im done | gotta go | i have to go | ive got to go | for today | for now`),
    confirm:
      wordsOf(`yes | yes please | yeah | yep | yup | yea | ya | ye | y | sure | sure thing | ok | okay | okey | k | kk | okie | okay then | ok then | right | correct | exactly | indeed | absolutely | definitely | of course | certainly | got it
      i got it | i see | i understand | understood | makes sense | that makes sense | solved | its solved | resolved | its resolved | that worked | it worked | it works | it works now | works now | fixed | great | perfect | fine | alright | all right | cool
      awesome | excellent | thats right | that is right | thats correct | that is correct | thats the one | go ahead | please do | sounds good | sounds great | that works | i do | i did | it did | it does | yes it did | yes it does | yes i do | yes i am | true | affirmative
      good | very good | super | brilliant | lovely | wonderful | nice | noted | roger | agreed | i agree | confirm | confirmed | thats fine | thats it exactly | done | you got it | 👍 | 👌 | ✅`),
    deny: wordsOf(`no | no thanks | no thank you | nope | nah | na | n | noo | not really | not yet | not quite | not at all | not exactly | never | negative | wrong | incorrect | thats wrong | that is wrong | thats not it | thats not right | that is not right
      thats not correct | thats not what i asked | that is not what i asked | not what i asked | thats not what i meant | not what i meant | not what i mean | that didnt help | didnt help | it didnt help | this didnt help | that doesnt help | doesnt help
      this doesnt help | not helpful | thats not helpful | not solved | not resolved | still not solved | still not resolved | unresolved | it didnt | it does not | it doesnt | i dont | i dont think so | dont think so | i do not think so | that didnt work | didnt work | it didnt work
      still not working | still doesnt work | still the same | no it didnt | no it doesnt | no i dont | false | not this one | not that one | not that | not this | not the one | you misunderstood | you got it wrong | thats not the question | nothing helped | no way
      not for me | i dont want that | not true | that isnt right | that isnt it | no good | of course not | absolutely not | definitely not | 👎 | ❌`),
    politeness:
      wordsOf(`just tell me | just answer me | i just want to know | i only want to know | i just wanted to know | i just need to know | i just want to ask | just want to know | just let me know | please | pls | plz | excuse me | sorry | pardon me | sorry to bother you | quick question | i have a question | i have a quick question | a question | just a question | could you please tell me | can you please tell me | could you tell me
      can you tell me | would you tell me | please tell me | tell me please | i would like to know | i'd like to know | i want to know | i need to know | i was wondering | i was wondering if | i wonder if | i wonder | just wondering | wondering if | may i ask | can i ask
      can i ask you something | i want to ask | i wanted to ask | i would like to ask | i'd like to ask | let me ask | do you know | could you help me | can you help me | can you help | can you please help me | could you please help me | please help me | please help | help me | help
      i need help | i need some help | i need your help | i need assistance | need help | i have a problem | i have an issue | one more thing | one more question | another question | by the way | btw | so | well | um | uh | hmm | urgent | asap | it's urgent | kindly | if possible
      if you don't mind | would you mind telling me | could you let me know | can you let me know | please let me know | let me know | do you happen to know | i'm wondering | i am wondering | so | um | uh | hmm`),
    filler:
      wordsOf(`just | then | for me | everyone | friend | again | a lot | very much | so much | my friend | and | but | oh | now | all | you | it is | that is | its | actually | really | me too | today | though | tonight | everybody | everything
      much | kind | too | very | lol | haha | i | am | im | to you | to all | man | dude | bro | guys | there | team | bot | with that | with this`),
  },
  endings: [' please', ' pls', ' plz', ' asap', ' lol', ' thx', ' ty'],
  notSmallTalk:
    /^(?:hello kitty|hi[- ]?(?:fi|res|vis|tech|def)\b|hey (?:dude shoes|day)|good morning america|morning (?:delivery|slot|sickness|coffee)|thank you (?:cards?|notes?|gifts?)|later (?:than|delivery|date|on)|right (?:side|size|hand|foot|shoe|away|now)|fine (?:china|art|line|jewel)|cool(?:er|ing| box)|no (?:longer|show|one|delivery|refunds?|sign|stock)|never (?:received|arrived|got|came|had)|wrong (?:item|size|colou?r|address|product|order|parcel|one)|good (?:quality|for|price)|false (?:nails|lashes|advert)|nice (?:shoes|dress|size)|it (?:works|worked|does|did)|done (?:with)|great (?:gift|deal)|super (?:glue|mario|bowl)|ok to|later|now |all |just (?!tell me |answer me|want to know|let me know|a (?:quick )?question|wondering)|very |you |and |but (?!how|what|where|when|why|who|can|do|is)|again |then |today |really |so much |so long|me |everything |everyone |kind |too |much |actually |cheers to)/,
  asksWho: [
    `.{0,20}\\b(?:are|r) (?:you|u)(?: (?:guys|all|really|actually|just|even|truly|only|not|like|some kind of|in fact))* ${bot}(?! (?:shop|store|company|business|brand|seller|estate|retailer|site|website)s?\\b)(?: .{0,40})?`,
    `(?:so |ok |wait |but )?(?:is|was) (?:this|it|that|there)(?: really| actually| just)? (?:an? )?(?:real |live |actual |chat ?)?(?:human|person|robot|bot|machine|ai|automated assistan\\w+|chatgpt|gpt|computer|chatbot|automated)(?: (?:or|talking|speaking|answering|replying|typing|being|i am|im|behind) ?.{0,30}| here)?`,
    `(?:am|are) (?:i|we) .{0,12}(?:talking|speaking|chatting|texting).{0,50}`,
    `(?:do|would|can|could) you .{0,12}(?:consider yourself|identify|act|pass|say (?:you|that you)|prove|pretend|be) .{0,20}\\b${bot}\\b.{0,20}`,
    `.{0,30}\\b(?:if|whether|that|think) (?:you are|youre|this is|im talking|i am talking).{0,20} ${bot}\\b.{0,40}|you (?:are|sound like|must be) ${bot}\\b.{0,20}`,
    `(?:what|who) (?:are|r|is) (?:you|u|this|talking)(?: (?:exactly|anyway|called|really|doing|up to|doing today|talking|speaking|chatting|again))?|.{0,30}\\b(?:your|ur|the ais?|bots?) (?:full |real |first )?name\\b.{0,30}|(?:what|how) .{0,40}\\b(?:call|refer to|address) you(?: by| as)?|do you have a name.{0,24}`,
  ].map((source) => new RegExp(`^(?:${source})$`)),
  chitchat: [
    `.{0,30}\\bwho .{0,20}(?:made|built|created|programmed|invented|designed|developed|coded|trained|owns) (?:you|your .{0,12})|whos your (?:maker|creator|boss)|.{0,30}\\b(?:where|when|what year|what country|what place|what town|how) .{0,12}(?:were|was|are|did|do) you (?:.{0,12})(?:born|made|created|from|come from|built|exist)\\b.{0,16}`,
    `.{0,30}\\bhow old (?:are|r) (?:you|u)\\b.{0,12}|.{0,30}\\bhow old (?:you are|youre)|(?:what|whats|what is|tell me) (?:is )?(?:your|ur) (?:age|birthday|birth ?date|birthplace|home ?town|nationality|purpose|job|gender|favou?rite [a-z]{1,12})|what age are you|your age`,
    `.{0,30}\\b(?:tell|give|know|share|hear|crack|hit me with|have|say|any|another|want)\\b.{0,24}\\b(?:jokes?|riddle|something funny)\\b(?: about [a-z ]{1,20}| please| you know)?|.{0,16}make me laugh|what(?:s| is) (?:a|the) (?:good|best|funniest) joke.{0,16}|sing(?: me)? (?:a )?song|tell me a (?:story|poem)`,
    `(?:and |so )?how (?:are|r|is|have|s) (?:you|u|things|everything|it|your day)(?: .{0,24})?|hows (?:it|your day|everything|life|things)(?: .{0,16})?|whats (?:up|new|happening|going on)(?: with you)?|how do you do|wassup|are you (?:okay|ok|well|doing okay)`,
    `(?:.{0,16})\\b(?:what|which) .{0,30}\\b(?:can|may|should|could) i ask(?: you| the ai)?(?: about)?|what (?:all |else |exactly |(?:kinds? of |types? of |sorts? of )?(?:things|questions) )?(?:can|could) you (?:do|answer|help)(?: .{0,20})?|(?:tell me )?what (?:things |questions )?you (?:can|could|are able to) (?:do|answer|help)(?: .{0,20})?|what do you (?:do|know)(?: about)?|what are you (?:capable of|able to).{0,24}`,
    `(?:do|can|will) you (?:love|like|hate|marry|date|dream|sleep|feel|have (?:feelings|emotions|a (?:boyfriend|girlfriend|soul|body)))(?: me| people| humans)?|i (?:love|like|hate|miss) (?:you|u)|im bored|i am bored|you(?:re| are) (?:so |very |really )?(?:cute|funny|smart|clever|sweet|awesome|amazing|great|nice)|(?:good|nice|smart) bot|(?:ha)+|lo+l|lmao|hehe|rofl|(?:talk|chat) (?:to|with) me|whats the weather(?: like)?(?: today)?|what time is it|you(?:re| are) welcome|no problem|no worries|where (?:do|are) you (?:live|from|located)`,
  ].map((source) => new RegExp(`^(?:${source})$`)),
  inPassing: [
    {
      kind: 'deny',
      pattern: new RegExp(
        `^(?:no )?(?:you are|youre|you were|you got (?:it|that|me)|your answer (?:is|was)|the answer (?:is|was)|wrong answer|that answer (?:is|was)) ?(?:just |simply |completely |totally |so )?(?:wrong|incorrect|mistaken|not right|not correct|false)?$|^(?:no )?(?:thats|that is|this is|it is|its) not (?:what i (?:said|asked|meant|mean|wanted|am asking)|my question|the answer|an answer)(?: (?:at all|for|about))?$|^you (?:didnt|did not|dont|do not) (?:answer|understand)(?: (?:me|my question|the question|what i (?:said|meant|asked)))?$|^(?:i think |i believe |i would say |id say |i say )?${verdict} (?:[a-z]{1,12} ){0,3}(?:no|not (?:true|right|correct|it|so|the case|what i \\w+)|false|incorrect|inaccurate|untrue|wrong|erroneous|negative)(?: for (?:me|sure))?[.!]*$|^(?:it|that|this) (?:didnt|doesnt|did not|does not|hasnt) (?:really |actually )?(?:help|solve|answer|resolve|work)(?: .{0,20})?$|^i (?:think not|disagree|say no|must say no|dont think so)$`,
      ),
    },
    {
      kind: 'thanks',
      pattern:
        /\b(?:thank you|thanks|thankful|i(?: really| do)? appreciate|appreciated|grateful|gratitude|much obliged|(?:a|such a) (?:big|great|huge) help|gracias|merci)\b/,
    },
    {
      kind: 'goodbye',
      pattern:
        /\b(?:good ?bye|bye|farewell|sayonara|adios|see (?:you|ya) (?:later|soon|around|again|tomorrow|next time)|later (?:alligator|gator)|(?<!i )see (?:you|ya)$|catch you|talk to you (?:later|soon)|take it easy|(?:nice|good|great|pleasure) (?:to )?(?:talk\w*|chat\w*|speak\w*) (?:to|with) you|im out of here)\b|^(?:i )?(?:have|got|need) to go(?: now)?$/,
    },
    {
      kind: 'confirm',
      pattern: new RegExp(
        `^(?:i think |i believe |i would say |id say |i say )?${verdict} (?:[a-z]{1,12} ){0,3}(?:yes|true|right|correct|accurate|great|awesome|fact|affirmative|confirmed|it|the one|what i (?:want|meant|need)(?:ed)?)(?: for (?:me|sure))?[.!]*$|^(?:you are|youre) (?:right|correct)$|^do (?:that|it)(?: please)?$|^very true$|^positive$`,
      ),
    },
  ],
  harmless:
    /\b(?:bloody mary|hells kitchen|hot as hell|damn good|not (?:bad|terrible|awful|angry|disappointed|upset)|never disappoint\w*|(?:trash|garbage|rubbish|junk) (?:can|bag|bin|chute|disposal|truck|mail|food)s?|(?:the|my|take out|kitchen) (?:trash|garbage|rubbish)|sue (?:from|at|in|told|said|is)|stupid (?:question|mistake)|im (?:so |being |too )?(?:stupid|dumb)|idiot ?proof|dumb ?bells?|scam (?:email|text|message|call)s?|liquid crap|cooking class|worst[- ](?:case|comes)|(?:at|if the|prepare for the) worst|(?:is|are|does|do|will|would|can) (?:it|they|this|these|that|the \w+)(?: \w+){0,2} useless (?:after|once|if|when|without|in)|(?<=^|[,.!?] ?)useless (?:after|once|if|when|without)(?= [^.!?]{0,40}\?))\b/g,
  anger: [
    {
      signal: 'insult',
      weight: 0.7,
      pattern:
        /\b(?:f+u+c+k\w*|f\*+k?\w*|wtf|stfu|motherf\w*|bullshit|shit\w*|s\*+t|assholes?|bastards?|bitch\w*|dickheads?|cunts?|morons?|retard\w*|go to hell|screw you|piss(?:ed)? off|dumbass\w*|scumbags?|arseholes?|wankers?)\b/,
    },
    {
      signal: 'insult',
      weight: 0.5,
      pattern:
        /\b(?:idiots?|idiotic|stupid|dumb|useless|worthless|pathetic|garbage|trash|rubbish|crap|crappy|junk|scam|scams|scammers?|scammed|thieves|thief|crooks?|liars?|(?:youre|you are|stop) lying|con artists?|rip ?offs?|ripped (?:me )?off|incompetent|clueless|disgusting|disgraceful|disgrace|shameful|shame on|joke of a|(?:is|are|was|what) (?:such )?a (?:total |complete |big )?joke|clowns?|(?:you|this|it|bot|service|app|company|shop|store|site|website) sucks?|fraudsters?|you (?:guys )?are (?:a )?fraud|robbed me|screwed me)\b/,
    },
    {
      signal: 'threat-to-complain',
      weight: 0.5,
      pattern:
        /\b(?:ill|i will|im going to|i am going to|im gonna|im about to|i want to|i have to|going to|gonna|i shall|or i|id like to|planning to|ready to|we will)\b[^,.!?]{0,25}\b(?:sue|report you|chargebacks?|charge back|complain|complaint|complaining|lawyers?|attorney|solicitor|legal action|police|trustpilot|(?:bad|negative|terrible|awful|horrible|1 star|one star) reviews?|trading standards|consumer (?:protection|rights)|ombudsman)\b(?! (?:number|procedure|process|policy|form|address|email|department|team))|\b(?:see you in court|small claims|legal action|my (?:lawyer|attorney|solicitor)|im suing|take you to court|go to court|go(?:ing)? to the (?:press|media|police)|sue you|better business bureau|trading standards|ombudsman|post (?:this|it|about you) (?:on|all over))\b/,
    },
    {
      signal: 'threat-to-complain',
      weight: 0.2,
      pattern:
        /\b(?:complaints?|complain|complaining|chargebacks?|lawyers?|attorney|solicitor|sue|bbb|consumer (?:protection|rights))\b/,
    },
    {
      signal: 'frustration',
      weight: 0.55,
      pattern:
        /\b(?:unacceptable|ridiculous|outrageous|terrible|horrible|horrendous|awful|appalling|atrocious|dreadful|worst|furious|livid|outraged)\b/,
    },
    {
      signal: 'frustration',
      weight: 0.45,
      pattern:
        /\b(?:angry|pissed|infuriating|fed up|sick (?:and tired )?of|sick of|had enough|enough is enough|disappoint\w+|disgusted|waste of (?:my )?(?:time|money)|wasting my time|wasted my|never (?:again|buying|ordering|shopping|using)|how dare|are you kidding|kidding me|is this a joke|what the (?:hell|heck)|(?:poor|bad|lousy|shoddy|shocking|abysmal) (?:\w+ )?(?:service|quality|support|experience|product|customer)|(?:service|quality|support|experience) (?:is|was) (?:so |very |really |just )?(?:bad|poor|lousy|shocking|shit)|damn|bloody|hate (?:you|this|your)|no ?one (?:is )?(?:cares?|helps?|answers?|replies|answering|responding)|nobody (?:cares?|helps?|answers?|replies)|ignor(?:ed|ing) me|shut up)\b/,
    },
    {
      signal: 'frustration',
      weight: 0.3,
      pattern:
        /\b(?:annoy(?:ed|ing)|frustrat(?:ed|ing|ion)|(?:im|am|so|very|really) upset|unhappy|not happy|not (?:good|acceptable|impressed)|rude|cheap quality|falling apart|fell apart|waiting (?:for )?(?:\w+ )?(?:weeks?|months?|days|hours|ages|forever)|(?:been|waited) \w+ (?:weeks?|months?|days|hours)|seriously|for god'?s sake|ffs|come on|so slow|too slow|you dont (?:understand|listen|get it)|you never|keep (?:repeating|saying|sending))\b|😡|🤬|👿|😤/,
    },
    {
      signal: 'frustration',
      weight: 0.35,
      pattern:
        /\b(?:nothing (?:ever |even |here )?(?:works|is working|helps)|(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|nth) time|(?:told|asked|called|emailed|contacted|explained|written|complained|said)[^,.!?]{0,20} (?:three|four|five|several|many|multiple|countless|[3-9]) times|(?:broke|broken|wrong|failed|died|stopped working|late|missing) again|again (?:broke|broken)|keeps? (?:breaking|dying|falling)|(?:broke|broken|died|ripped|failed|fell apart|stopped working) (?:after|within|in) (?:\w+ )?(?:one|two|three|a|an|few|\d+)? ?(?:days?|weeks?|hours?|uses?|washes|wash|wears?|month|months))\b/,
    },
  ],
  rhetorical:
    /\b(?:what the (?:hell|heck|fuck)|wtf|what (?:a|an|kind of|sort of|type of) [^.!?]*\??|how dare [^.!?]*\??|(?:are|r) (?:you|u) (?:kidding|serious|joking|stupid|dumb|deaf|blind|crazy|insane|an idiot|idiots|useless|even (?:listening|reading))[^.!?]*\??|is this (?:a|some kind of) joke\??|how hard (?:is it|can it be)[^.!?]*\??|why (?:is|are) (?:this|your|you|it|the|everything|everyone|all of you) [^.!?]{0,30}(?:bad|terrible|useless|awful|slow|stupid|incompetent|rude|shit|dumb|horrible)[^.!?]*\??|do(?:nt)? you (?:even )?(?:care|listen|read|understand|think)[^.!?]*\??|what is wrong with you[^.!?]*\??|whats wrong with you[^.!?]*\??|who do you think you are\??|can(?:t)? you (?:even )?read\??|seriously\??|really\?)/g,
  asking:
    /\?|^(?:(?:and|but|so|ok|no|yes|well|then) )?(?:how|what|whats|where|wheres|when|whens|who|whose|which|why|can|could|do|does|did|is|are|will|would|may|should|am|has|have you)\b|\b(?:how (?:do|can|to|long|much|many)|where (?:is|are|can)|when (?:will|is|can)|can (?:i|you)|could (?:i|you)|do you|what (?:is|are|do|can|happens|about)|(?:i|we) (?:want|need|would like|demand|require|expect)(?! to (?:thank|say|go))|id like(?! to (?:thank|say))|wanna|give me|send me|refund|replace|replacement|exchange|cancel|return|track|tracking|compensat\w+|my (?:order|parcel|package|money|refund|account|invoice) (?:back|now|is|has|status|still)|help (?:me )?(?:with|to)|please)\b/,
}
