/** What an attacker has to plant in somebody's browser. */
export interface PlantedParts {
  readonly name: string;
  /** Of a session of the attacker's own. */
  readonly own: string;
  readonly ended: string;
  readonly expired: string;
  /** Of a session that nobody has yet, signed as ours are. */
  readonly chosen: string;
  /** The same, signed with another secret. */
  readonly forged: string;
  /** The name of the cookie that would hold a session itself. */
  readonly data: string;
}

/** A cookie that is in a browser before somebody signs in there. */
export interface PlantedCookie {
  readonly name: string;
  readonly cookie: string;
  /** Whether it holds the session of the attacker, which then ends. */
  readonly isSession: boolean;
}

/** What can be planted in a browser before somebody signs in. */
export function plantedCookies(parts: PlantedParts): readonly PlantedCookie[] {
  const { name, own, ended, expired, chosen, forged, data } = parts;
  const of = (what: string, cookie: string, isSession = false): PlantedCookie => ({
    name: what,
    cookie,
    isSession,
  });
  const first = own.split('; ')[0] ?? '';
  const body = Buffer.from(
    JSON.stringify({
      session: { session: { id: 'ses_x', userId: 'usr_x' }, user: { id: 'usr_x' } },
      expiresAt: 4e12,
    }),
  ).toString('base64url');
  return [
    of('none', 'other=1'),
    of('the session of the attacker', first, true),
    of('a session that was ended', ended),
    of('a session that ran out', expired),
    of('a session nobody has, signed', chosen),
    of('a session nobody has, forged', forged),
    of('a value without a signature', `${name}=planted`),
    of('nothing', `${name}=`),
    of('8 kB', `${name}=${'x'.repeat(8_000)}`),
    of('two, the attacker’s first', `${first}; ${forged}`, true),
    of('two, the attacker’s last', `${forged}; ${first}`),
    of('the name for https', `__Secure-${chosen}`),
    of('the name for one host', `__Host-${chosen}`),
    of('a session in the cookie itself', `${data}=${body}`),
    of('both', `${chosen}; ${data}=${body}`),
    of('not to be remembered', `${name.replace('session_token', 'dont_remember')}=true; ${chosen}`),
  ];
}
