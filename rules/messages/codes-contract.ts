// Answers without a server: one-time codes, vouchers, signed grants.
export const codesContract = {} as const;
