/** How many deliveries are shown at first, and asked for at once at most. */
export const deliveryPages = { first: 20, most: 100 } as const;
