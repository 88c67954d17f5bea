/** Takes the host's clock, time zone and dice away from JavaScript programs: the same program gives the same output everywhere, always. */

/** The moment at which every `js` program starts: noon UTC on the day ECMAScript 2015, which brought generators, was approved. */
const START = Date.UTC(2015, 5, 17, 12);

const LOCAL_PARTS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

function stillDate(): void {
  const Original = Date;
  function Still(this: unknown, ...args: unknown[]): Date | string {
    if (!new.target) return new Original(START).toUTCString();
    return Reflect.construct(Original, args.length === 0 ? [START] : args, new.target) as Date;
  }
  Still.prototype = Original.prototype;
  Object.defineProperties(Still, {
    name: { value: 'Date' },
    length: { value: 7 },
    now: { value: () => START, writable: true, configurable: true },
    UTC: { value: Original.UTC, writable: true, configurable: true },
    parse: { value: Original.parse, writable: true, configurable: true },
  });
  const prototype = Original.prototype as unknown as Record<string, unknown>;
  Object.defineProperty(prototype, 'constructor', { value: Still, writable: true, configurable: true });
  for (const part of LOCAL_PARTS) {
    prototype[`get${part}`] = prototype[`getUTC${part}`];
    if (part !== 'Day') prototype[`set${part}`] = prototype[`setUTC${part}`];
  }
  prototype['getTimezoneOffset'] = () => 0;
  prototype['toString'] = prototype['toUTCString'];
  globalThis.Date = Still as unknown as DateConstructor;
}

/** Marsaglia's xorshift32, from one seed. */
function seededRandom(): void {
  let state = 0x2545f491;
  Math.random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

export function makeDeterministic(): void {
  stillDate();
  seededRandom();
  Reflect.deleteProperty(globalThis, 'performance');
}
