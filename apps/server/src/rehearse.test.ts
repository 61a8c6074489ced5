import { expect, test } from 'vitest';
import { rehearse } from './rehearse.ts';

const nobody = () => false;

test('[OPS9] what is rehearsed is done until it is quick, and for no longer than 1 s', async () => {
  const times = { quick: 0, slow: 0 };
  let ms = 0;
  const now = () => ms;
  const quick = async () => {
    times.quick += 1;
  };
  const slow = async () => {
    times.slow += 1;
    ms += 900;
  };
  await rehearse([quick], { begun: nobody, now });
  await rehearse([slow], { begun: nobody, now });
  expect(times).toEqual({ quick: 20, slow: 2 });
});

test('[OPS9] it ends as soon as somebody comes', async () => {
  let times = 0;
  const act = async () => {
    times += 1;
  };
  await rehearse([act], { begun: () => times === 3, now: () => 0 });
  expect(times).toBe(3);
});

test('[OPS9] what fails is told, and is not tried again', async () => {
  let times = 0;
  const failing = async () => {
    times += 1;
    throw new Error('away');
  };
  await expect(rehearse([failing], { begun: nobody, now: () => 0 })).rejects.toThrow('away');
  expect(times).toBe(1);
});
