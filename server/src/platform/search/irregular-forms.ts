/** English forms that no rule of endings leads back to their verb or noun. */
const forms = `
  paid pay | sent send | bought buy | came come | got get | gotten get | broke break | broken break | left leave | lost lose | sold sell | gave give | given give | took take | taken take
  went go | gone go | wrote write | written write | chose choose | chosen choose | made make | kept keep | found find | shown show | stole steal | stolen steal | wore wear | worn wear | said say | told tell
  thought think | brought bring | knew know | known know | saw see | seen see | spent spend | held hold | felt feel | fell fall | fallen fall | shrank shrink | shrunk shrink | tore tear | torn tear | began begin
  begun begin | met meet | forgot forget | forgotten forget | feet foot | children child | women woman | men man | people person | knives knife | cheaper cheap | cheapest cheap | bigger big | smaller small | larger large
  heavier heavy | faster fast | fastest fast | colour color | colours color | coloured color | grey gray | cancelled cancel | cancelling cancel | cancelation cancel | favourite favorite | centre center`
const byForm = new Map(
  forms.split(/[|\n]/).flatMap((pair) => {
    const [form, regular] = pair.trim().split(' ')
    return form && regular ? [[form, regular] as const] : []
  }),
)

/** The form that the stemmer can work on: `paid` → pay, British spellings → American ones. */
export const regularOf = (word: string) => byForm.get(word) ?? word
