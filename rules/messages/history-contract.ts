// The picture of the day, and of the weeks behind it.
export const historyContract = {} as const;
