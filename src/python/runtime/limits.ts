/** How large a value may become before it is refused with MemoryError. */
/** Results above this many bits are refused: a program's memory would be gone before an interrupt could come. */
export const MAX_BITS = 8_000_000;
/** Characters that one string may have: 50 million, far above any chapter and well below the memory limit's doubling. */
export const MAX_TEXT = 50_000_000;
/** Items that one sequence may have. */
export const MAX_ITEMS = 20_000_000;
