/**
 * Answers each event of a source with what `map` makes of it. Unlike an async generator, `return` reaches the
 * source at once even while the next event is awaited: nothing stays subscribed when a client leaves.
 */
export function mapEvents<T, R>(
  source: AsyncIterable<T>,
  map: (event: T) => Promise<R>,
): AsyncIterableIterator<R> {
  const events = source[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorResult<R>> => {
    await events.return?.();
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const { done, value } = await events.next();
      if (done) return { done: true, value: undefined };
      try {
        return { done: false, value: await map(value) };
      } catch (error) {
        await end();
        throw error;
      }
    },
    return: end,
    async throw(error) {
      await end();
      throw error;
    },
  };
}
