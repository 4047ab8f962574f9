/** Whether calls go out: after several failures in a row they do not, for a while. */
export const circuitTones = { closed: 'accent', open: 'danger', 'half-open': 'warm' } as const
