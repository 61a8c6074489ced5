export { freePort } from './freePort.ts';
export { HttpPerson } from './HttpPerson.ts';
export { openBrowser } from './openBrowser.ts';
export { ProductionServer, type ServerOptions } from './ProductionServer.ts';
export type { ProxyFaults } from './ProxyPipe.ts';
export { type FakePerson, type FakeProvider, type Fraud, startFakeProvider } from './startFakeProvider.ts';
export { type Direction, TcpProxy } from './TcpProxy.ts';
export { type NewCard, type NewMember, TestWorkspace } from './TestWorkspace.ts';
export { type ReceivedWebhook, WebhookReceiver } from './WebhookReceiver.ts';
