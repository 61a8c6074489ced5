import { NextRequest } from 'next/server';
import createIntlProxy from 'next-intl/middleware';
import { routing } from './i18n/routing.ts';
import { contentSecurityPolicy } from './lib/contentSecurityPolicy.ts';
import { pathHeader } from './lib/returnPath.ts';

const localise = createIntlProxy(routing);

/** Leads an address without a language to one with it, and gives each page a security policy with its own nonce. */
export default function proxy(request: NextRequest) {
  const policy = contentSecurityPolicy(crypto.randomUUID(), process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  // Next puts the nonce of this header on the scripts it writes.
  headers.set('Content-Security-Policy', policy);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = localise(new NextRequest(request, { headers }));
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** Pages only: what Next serves itself and the addresses of the server keep clear of it. */
export const config = {
  matcher: ['/((?!_next|api|graphql|sync|healthz|readyz|metrics|.*\\.).*)'],
};
