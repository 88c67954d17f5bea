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
