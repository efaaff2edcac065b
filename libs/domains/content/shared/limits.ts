/** Where the reading of somebody else's document stops. A feed or page meets one of them, is refused by its name, and the others go on. */
export const READING_LIMITS = {
  /** Before and after decompression. */
  megabytes: 5,
  /** From the first byte asked for to the last read, redirects included. */
  seconds: 10,
  redirects: 3,
  /** To make items of it, in a thread of its own: with the download under 20 s. */
  parsingSeconds: 9,
  /** Heap of that thread: with the document and the rest of it under 150 MB. */
  memoryMb: 96,
} as const;
