// The growing-up plan, and what a child proposes.
export const growingContract = {} as const;
