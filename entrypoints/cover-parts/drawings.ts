// The few drawings a page gets: copies of components/icons, whose module would bring every other one along.
import { draw } from '../page-parts/document.ts';

const icons = {
  back: 'M19 12H5M11 6l-6 6 6 6',
  close: 'M6 6l12 12M18 6L6 18',
  help: 'M8 12V6.5a1.5 1.5 0 0 1 3 0V11M11 11V5a1.5 1.5 0 0 1 3 0v6M14 11V6.5a1.5 1.5 0 0 1 3 0V14c0 4-2 6-5.5 6-2.5 0-4-1-5.2-3L4.4 13.6a1.4 1.4 0 0 1 2.3-1.6L8 13.5',
  move: 'M12 4v16M8 8l4-4 4 4M8 16l4 4 4-4',
  report: 'M6 21V4M6 5c4-2.5 7 2.5 12 0v8c-5 2.5-8-2.5-12 0',
} as const;

export const icon = (name: keyof typeof icons): Element =>
  draw({ class: `icon icon-${name}`, viewBox: '0 0 24 24', 'aria-hidden': 'true' }, [
    ['pen', icons[name]],
  ]);

/** Two companions, one tall, one small, on the same path. */
export const mark = (): Element =>
  draw({ class: 'mark', viewBox: '0 0 48 48', 'aria-hidden': 'true' }, [
    ['path', 'M4 41c9-5 17-5.5 25-3.5 6 1.5 10 1.5 15-.5'],
    ['tall', 'M10 36.5V15a8 8 0 0 1 16 0v20.2a34 34 0 0 0-16 1.3z'],
    ['small', 'M28.5 35.6V25.5a6 6 0 0 1 12 0v11.7c-3.5.9-6.5.3-10-.9a20 20 0 0 0-2-.7z'],
    ['eye', 'M20.5 14.3a1.7 1.7 0 1 0 .01 0zM32.5 24.5a1.5 1.5 0 1 0 .01 0z'],
  ]);
