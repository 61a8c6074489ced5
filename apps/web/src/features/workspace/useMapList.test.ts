// @vitest-environment happy-dom

import { localFailure } from '@jejak/client';
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MapPage } from './MapSummary.ts';
import { type LoadMaps, useMapList } from './useMapList.ts';

const page = (...ids: string[]): MapPage => ({
  nextCursor: null,
  totalCount: ids.length,
  maps: ids.map((id) => ({
    id,
    title: { en: id, id: '' },
    type: 'CURRENT_STATE',
    lastEditedAt: '2026-01-01T00:00:00.000Z',
    sketch: { stages: [], lanes: [], cells: [], emotionLine: [] },
    mayDelete: true,
    present: [],
  })),
});
const idsOf = ({ maps }: MapPage) => maps.map((map) => map.id);

describe('the list of maps', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('searches once typing rests, and only for the last words', async () => {
    const load = vi.fn<LoadMaps>(async ({ search }) => ({ ok: true, value: page(search) }));
    const { result } = renderHook(() => useMapList(page('first'), load));
    act(() => result.current.setSearch('me'));
    act(() => result.current.setSearch('medicine'));
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(load.mock.calls.map(([request]) => request.search)).toEqual(['medicine']);
    expect([idsOf(result.current.page), result.current.shownSearch]).toEqual([['medicine'], 'medicine']);
  });

  it('never shows an answer to older words after one to newer words', async () => {
    const answers = new Map<string, () => void>();
    const load: LoadMaps = ({ search }) =>
      new Promise((resolve) => answers.set(search, () => resolve({ ok: true, value: page(search) })));
    const { result } = renderHook(() => useMapList(page('first'), load));
    act(() => result.current.setSearch('slow'));
    await act(() => vi.advanceTimersByTimeAsync(200));
    act(() => result.current.setSearch('quick'));
    await act(() => vi.advanceTimersByTimeAsync(200));
    await act(async () => answers.get('quick')?.());
    await act(async () => answers.get('slow')?.());
    expect(idsOf(result.current.page)).toEqual(['quick']);
  });

  it('keeps showing what it has when the server does not answer, and recovers by itself', async () => {
    let fails = true;
    const load: LoadMaps = async () =>
      fails
        ? { ok: false, failure: localFailure('UNREACHABLE', 'errors.unreachable') }
        : { ok: true, value: page('second') };
    const { result } = renderHook(() => useMapList(page('first'), load));
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect([idsOf(result.current.page), result.current.failure?.code]).toEqual([['first'], 'UNREACHABLE']);
    fails = false;
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect([idsOf(result.current.page), result.current.failure]).toEqual([['second'], null]);
  });

  it('looks again when one comes back to the page, once per return', async () => {
    const load = vi.fn<LoadMaps>(async () => ({ ok: true, value: page('newer') }));
    const { result } = renderHook(() => useMapList(page('first'), load));
    await act(async () => {
      window.dispatchEvent(new Event('focus'));
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect([idsOf(result.current.page), load.mock.calls.length]).toEqual([['newer'], 1]);
  });

  it('takes a deleted map out at once and then asks the server', async () => {
    const load = vi.fn<LoadMaps>(async () => ({ ok: true, value: page('b', 'c') }));
    const { result } = renderHook(() => useMapList(page('a', 'b'), load));
    act(() => result.current.drop('a'));
    expect([idsOf(result.current.page), result.current.page.totalCount]).toEqual([['b'], 1]);
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(idsOf(result.current.page)).toEqual(['b', 'c']);
  });
});
