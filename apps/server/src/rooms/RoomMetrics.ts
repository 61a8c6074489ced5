/** What rooms and sockets count; the adapter decides how it is shown. */
export interface RoomMetrics {
  openMaps(count: number): void;
  connections(count: number): void;
  /** One append: how many updates it made durable and how long that took. */
  appended(updates: number, ms: number): void;
  /** A socket was closed by us for this reason. */
  closed(code: number): void;
  /** An update was refused and its room rebuilt. */
  rebuilt(): void;
}

/** Counts nothing. */
export const noMetrics: RoomMetrics = {
  openMaps() {},
  connections() {},
  appended() {},
  closed() {},
  rebuilt() {},
};
