/** What the engine's binaries need to know of the machine. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  /** null where there is no glibc (macOS, Alpine). */
  readonly glibc: string | null;
  readonly debian: boolean;
}

/** How the engine can be run here. */
export type EnginePlan =
  | { readonly kind: 'direct' }
  | { readonly kind: 'privateGlibc' }
  | { readonly kind: 'unsupported'; readonly reason: string };

const insteadOf = 'Set MONGODB_URI to a MongoDB 7 or newer, or start the compose file (docker compose up).';

/** Decides how to run the engine: as it is, through a newer private glibc, or not at all. */
export function planEngine(machine: Machine): EnginePlan {
  const { platform, arch, glibc, debian } = machine;
  if (platform === 'darwin' && arch === 'arm64') return { kind: 'direct' };
  if (platform !== 'linux' || (arch !== 'x64' && arch !== 'arm64')) {
    return {
      kind: 'unsupported',
      reason: `The embedded database runs on Linux (x64, arm64) and macOS (arm64), not on ${platform} ${arch}. ${insteadOf}`,
    };
  }
  if (glibc === null) {
    return {
      kind: 'unsupported',
      reason: `The embedded database needs glibc, which is not here. ${insteadOf}`,
    };
  }
  if (atLeast(glibc, 2, 38)) return { kind: 'direct' };
  if (debian) return { kind: 'privateGlibc' };
  return {
    kind: 'unsupported',
    reason: `The embedded database needs glibc 2.38 or newer; this system has ${glibc}. ${insteadOf}`,
  };
}

function atLeast(version: string, major: number, minor: number): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}
