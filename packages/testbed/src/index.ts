export { HttpPerson } from './HttpPerson.ts';
export { ProductionServer, type ServerOptions } from './ProductionServer.ts';
