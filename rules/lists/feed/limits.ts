// What a feed may weigh. Files without a signed length have a fixed cap, so that no server can send without end.

/** Bytes of root.json and of each root before it. */
export const mostRootBytes = 32_768;
/** Bytes of index.json. */
export const mostIndexBytes = 1_048_576;

/** Roots that may follow each other between two visits of a client. */
export const mostNewRoots = 100;
export const mostKeysOfRole = 10;
/** Keys whose highest version a client remembers, those of the root in force first. */
export const mostKeysRemembered = 60;

export const mostLists = 40;
/** Chunks of all lists of a feed together. */
export const mostChunks = 2_000;

export const chunkLimits = {
  /** Bytes as they are sent. */
  mostBytes: 4_194_304,
  /** Bytes when unpacked. */
  mostSize: 16_777_216,
  mostHosts: 250_000,
} as const;

/** Over all lists of a feed. */
export const feedLimits = {
  mostBytes: 150_000_000,
  mostHosts: 8_000_000,
  /** These are held in memory while a list is read; the others pass through. */
  mostRemoved: 500_000,
} as const;
