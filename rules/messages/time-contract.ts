// Time that a guardian gives or takes now, and "try it".
export const timeContract = {} as const;
