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
  /** Where the texts of the characters of Unicode lie. */
  export const characters: { names: string; properties: string };
  export const library: Record<string, { url: string; imports: string[] }>;
}
