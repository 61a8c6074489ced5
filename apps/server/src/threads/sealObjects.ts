/**
 * Nobody adds to what all objects inherit: a property there would be one of every filter and every option. Sealed and not
 * frozen, or nothing could be given a `toString` of its own by assignment, as libraries do. Imported before all else.
 */
Object.seal(Object.prototype);
