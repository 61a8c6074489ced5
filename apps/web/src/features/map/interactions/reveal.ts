/** Scrolls just as far as needed to show an element clear of the sticky heads. */
export function reveal(grid: HTMLElement, element: HTMLElement): void {
  const frame = grid.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const head = grid.querySelector('.map-head')?.getBoundingClientRect();
  const side = grid.querySelector('.map-lane-head')?.getBoundingClientRect();
  const inHead = element.closest('.map-head') !== null;
  const inSide = element.closest('.map-lane-head') !== null;
  const top = inHead ? frame.top : Math.max(frame.top, head?.bottom ?? frame.top);
  const sideCovers = side !== undefined && side.width < frame.width / 2;
  const left = inSide || !sideCovers ? frame.left : Math.max(frame.left, side.right);
  const margin = 12;
  let dx = 0;
  let dy = 0;
  if (!inHead && box.top < top + margin) dy = box.top - top - margin;
  else if (!inHead && box.bottom > frame.bottom - margin) {
    dy = Math.min(box.bottom - frame.bottom + margin, box.top - top - margin);
  }
  if (!inSide && box.left < left + margin) dx = box.left - left - margin;
  else if (!inSide && box.right > frame.right - margin) {
    dx = Math.min(box.right - frame.right + margin, box.left - left - margin);
  }
  if (dx !== 0 || dy !== 0) grid.scrollBy({ left: dx, top: dy });
}
