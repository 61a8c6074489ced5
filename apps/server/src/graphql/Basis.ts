/** On which unchanging version the answer of one request rests; told by the field that reads it. */
export class Basis {
  #version: object | null = null;

  /** The version that was read last; null before. */
  get version(): object | null {
    return this.#version;
  }

  /** Called by a field with `tellsVersion`, once it is sure that who asks may read this. */
  tell(version: object): void {
    this.#version = version;
  }
}
