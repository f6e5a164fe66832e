// The part of a declarativeNetRequest rule that we write. Same shape in Chromium and Firefox.
export type ResourceType =
  | 'main_frame'
  | 'sub_frame'
  | 'object'
  | 'script'
  | 'image'
  | 'media'
  | 'font'
  | 'stylesheet'
  | 'xmlhttprequest'
  | 'ping'
  | 'websocket'
  | 'other';

export type HeaderChange = {
  readonly header: string;
  readonly operation: 'set';
  readonly value: string;
};

export type RuleAction =
  | { readonly type: 'block' | 'allow' }
  | {
      readonly type: 'redirect';
      readonly redirect: {
        readonly transform: {
          readonly queryTransform: {
            readonly addOrReplaceParams: readonly {
              readonly key: string;
              readonly value: string;
            }[];
          };
        };
      };
    }
  | { readonly type: 'modifyHeaders'; readonly requestHeaders: readonly HeaderChange[] };

export type Rule = {
  readonly id: number;
  readonly priority: number;
  readonly action: RuleAction;
  readonly condition: {
    readonly requestDomains?: readonly string[];
    readonly excludedRequestDomains?: readonly string[];
    readonly initiatorDomains?: readonly string[];
    readonly regexFilter?: string;
    readonly urlFilter?: string;
    readonly isUrlFilterCaseSensitive?: boolean;
    readonly domainType?: 'firstParty' | 'thirdParty';
    readonly resourceTypes: readonly ResourceType[];
  };
};

export const frameTypes: readonly ResourceType[] = ['main_frame', 'sub_frame', 'object'];
/** Everything a listed host could be asked for: a blocked site gives no picture to an allowed one. */
export const allTypes: readonly ResourceType[] = [
  ...frameTypes,
  'script',
  'image',
  'media',
  'font',
  'stylesheet',
  'xmlhttprequest',
  'ping',
  'websocket',
  'other',
];
