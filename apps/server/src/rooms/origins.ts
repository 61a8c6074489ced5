/** Marks the transactions of loading. */
export const loadOrigin: unique symbol = Symbol('load');
/** Marks the transactions of edits made by the server itself. */
export const serverOrigin: unique symbol = Symbol('server');
/** Marks the transactions of what other nodes journaled. */
export const logOrigin: unique symbol = Symbol('log');
