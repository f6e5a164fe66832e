// Boxes as forms describe them.
import type { Box } from '@/rules/forms/box.ts';

export const aBox = (about: Partial<Box> = {}): Box => ({
  at: 0,
  tag: 'input',
  type: 'text',
  name: '',
  id: '',
  label: '',
  placeholder: '',
  autocomplete: '',
  maxLength: null,
  isVisible: true,
  isEmpty: true,
  isEnabled: true,
  besidePassword: false,
  ...about,
});
