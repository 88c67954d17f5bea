/** What vite-plugin.ts provides. */
declare module 'virtual:guest-bundle' {
  interface Asset {
    /** Where it is fetched from. */
    url: string;
    /** Its size once unpacked. */
    bytes: number;
  }
  export const guest: Asset;
  export const wasm: Asset;
}

declare module 'virtual:library' {
  /** By dotted name: where a module's JSON lies, and what it imports. */
  export const library: Record<string, { url: string; imports: string[] }>;
}
