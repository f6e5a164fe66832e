// Where the big services take reports themselves: facts, read by a person at the address named in `source`.
// Nothing is sent there by us. The names are those of platform.ts.

export type PlatformForm = {
  readonly platform: string;
  /** The service's own page about reporting, or its form. */
  readonly webForm: string;
  /** It can only be used by somebody who has an account there; null: not known. */
  readonly needsAccount: boolean | null;
  /** In which words the page calls itself. */
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly checkedOn: string;
};

export const platformForms: readonly PlatformForm[] = [
  {
    platform: 'Instagram',
    webForm: 'https://help.instagram.com/192435014247952',
    needsAccount: null,
    source: 'Instagram Help Centre, how to report a post or a profile',
    checkedOn: '2026-11-22',
  },
];

export const platformFormOf = (platform: string | null): PlatformForm | null =>
  platformForms.find((form) => form.platform === platform) ?? null;
