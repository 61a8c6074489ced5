/** What each may ask of one node in a minute; `GRAPHQL_ALLOWANCE` multiplies it. */
export const rateLimits = {
  windowMs: 60_000,
  /** Units of cost, for people, tokens and addresses alike: twenty of the dearest operations. */
  costMax: 20_000,
  /** A page asks a few things when it opens and nothing while somebody types into a map. */
  requestsPerPersonMax: 600,
  /** Five a second: a program that reads or writes more at once asks for more in one operation. */
  requestsPerTokenMax: 300,
  /** Whoever is not signed in. An office is one address, and so is the process that renders the pages for everybody. */
  requestsPerAddressMax: 6_000,
  /** How many people and tokens are remembered, and how many addresses. */
  accountsMax: 10_000,
} as const;
