import { Socket } from 'node:net';
import { vi } from 'vitest';

/** Notes every address that this process tries to connect to, from when it is made until it stops. */
export class ConnectWatch {
  readonly tried: string[] = [];
  readonly #stop: () => void;

  constructor() {
    const real = Socket.prototype.connect;
    const { tried } = this;
    const spy = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (
      this: Socket,
      ...given: unknown[]
    ) {
      this.on('connectionAttempt', (address: string) => tried.push(address));
      return Reflect.apply(real, this, given);
    });
    this.#stop = () => spy.mockRestore();
  }

  /** Addresses tried that are none of those. */
  besides(addresses: readonly string[]): readonly string[] {
    return this.tried.filter((address) => !addresses.includes(address));
  }

  stop(): void {
    this.#stop();
  }
}
