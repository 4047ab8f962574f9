/** The page the customer is looking at, without the fragment, as long as the contract allows. */
export const pageAddress = (): string => location.href.split('#')[0]!.slice(0, 500)
