/** Shortest password the server takes; the hint says so before one types. */
export const passwordLengthMin = 10;
