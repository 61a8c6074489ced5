/** Node's server alone: parses each body and answers constant JSON, the map to whoever names variables. */
import { createServer } from 'node:http';
import { announce } from './announce.ts';
import { servedMap } from './servedMap.ts';

announce(
  createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables: { id?: string } };
    const { id } = variables;
    const data = id === undefined ? { __typename: 'Query' } : { journeyMap: { id, ...servedMap } };
    const body = Buffer.from(JSON.stringify({ data }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  }),
);
