/** A change of any result's bits is a change of this number; ARCHITECTURE.md specifies version 1. */
export const arithmeticVersion = 1;
