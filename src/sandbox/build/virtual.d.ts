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
  /** Where the texts of the characters of Unicode lie. */
  export const characters: { names: string; properties: string };
  /** Where the index of the library lies. By dotted name, it says where a module's JSON is, and what it imports. */
  export const library: string;
}
