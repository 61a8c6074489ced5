import { readMap } from '@jejak/journey-model';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { LiveMaps } from '../../rooms/LiveMaps.ts';
import { MapProjector } from './MapProjector.ts';
import type { MapRepository } from './MapRepository.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const version = { structure: 1, content: 2 };
const editedAt = new Date('2026-11-21T10:00:00Z');

function projector() {
  let hear: (mapId: string) => void = () => {};
  const project = vi.fn(async () => {});
  const report = vi.fn();
  const snapshot = readMap({ structure: new Y.Doc(), content: new Y.Doc() });
  const liveMaps: Pick<LiveMaps, 'glance' | 'onAnyChange'> = {
    onAnyChange(listener) {
      hear = listener;
      return () => {};
    },
    glance: async () => ({ snapshot, version }),
  };
  const maps: Pick<MapRepository, 'findMany' | 'project'> = {
    findMany: vi.fn(async () => [{ id: 'map_1' }]) as unknown as MapRepository['findMany'],
    project,
  };
  const made = new MapProjector({
    liveMaps: liveMaps as LiveMaps,
    maps: maps as MapRepository,
    now: () => editedAt,
    report,
  });
  return { made, project, report, edit: () => hear('map_1') };
}

it('[GQL48] a projection that failed is tried again until the database takes it', async () => {
  const { made, project, report, edit } = projector();
  project.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'));
  edit();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(report).toHaveBeenCalledTimes(2);
  expect(project).toHaveBeenCalledTimes(3);
  expect(project).toHaveBeenLastCalledWith(
    'map_1',
    expect.objectContaining({ version, lastEditedAt: editedAt }),
  );
  await made.dispose();
});

it('[GQL48] a map that can never be projected is given up, and nothing runs on after the end', async () => {
  const { made, project, edit } = projector();
  project.mockRejectedValue(new Error('damaged'));
  edit();
  await vi.advanceTimersByTimeAsync(600_000);
  const tries = project.mock.calls.length;
  expect(tries).toBe(19);
  edit();
  await made.dispose();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(project.mock.calls.length).toBe(tries + 1);
});
