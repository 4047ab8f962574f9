/** As `longestText` of the contract, whose module would bring its schemas along. */
export const longestSaying = 4000
/** From here on the customer sees how much is left. */
export const nearlyTooLong = 3600
export const longestComment = 1000
