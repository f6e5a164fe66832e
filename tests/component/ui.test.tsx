import { useState } from 'preact/hooks';
import { describe, expect, test, vi } from 'vitest';

import { Button } from '@/components/ui/Button.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Dialog } from '@/components/ui/Dialog.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { Steps } from '@/components/ui/Steps.tsx';
import { Switch } from '@/components/ui/Switch.tsx';
import { Table } from '@/components/ui/Table.tsx';

import { expectAccessible, mount } from '../support/mount.tsx';

const element = (root: HTMLElement, selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`No ${selector}`);
  return found;
};

describe('a button', () => {
  test('takes a press', async () => {
    const press = vi.fn();
    const page = await mount(<Button onPress={press}>Press</Button>);
    await page.press('Press');
    expect(press).toHaveBeenCalledOnce();
  });

  test('takes none while it is busy or disabled, and keeps its place for the keyboard while busy', async () => {
    const press = vi.fn();
    const page = await mount(
      <>
        <Button busy onPress={press}>
          Busy
        </Button>
        <Button disabled onPress={press}>
          Disabled
        </Button>
      </>,
    );
    await page.press('Busy');
    await page.press('Disabled');
    expect(press).not.toHaveBeenCalled();
    expect((page.button('Busy') as HTMLButtonElement).disabled).toBe(false);
    expect(page.button('Busy').getAttribute('aria-busy')).toBe('true');
  });

  test('submits a form only if it is meant to', async () => {
    const page = await mount(
      <>
        <Button>Plain</Button>
        <Button type="submit">Send</Button>
      </>,
    );
    expect(page.button('Plain').getAttribute('type')).toBe('button');
    expect(page.button('Send').getAttribute('type')).toBe('submit');
  });
});

describe('a field', () => {
  function Asked({ error }: { error?: string }) {
    const [value, setValue] = useState('');
    return (
      <Field
        label="Name"
        hint="As you like"
        error={error}
        value={value}
        onInput={setValue}
        type="password"
      />
    );
  }

  test('ties its label, hint and error to its box', async () => {
    const page = await mount(<Asked error="Too short" />);
    const box = element(page.root, 'input');
    expect(element(page.root, 'label').getAttribute('for')).toBe(box.id);
    const notes = (box.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => element(page.root, `[id="${id}"]`).textContent);
    expect(notes).toEqual(['Too short', 'As you like']);
    expect(box.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page.root);
  });

  test('shows a password on demand', async () => {
    const page = await mount(<Asked />);
    expect(element(page.root, 'input').getAttribute('type')).toBe('password');
    await page.press('Show what I typed');
    expect(element(page.root, 'input').getAttribute('type')).toBe('text');
    await page.press('Hide what I typed');
    expect(element(page.root, 'input').getAttribute('type')).toBe('password');
  });
});

describe('choices', () => {
  test('are native radios of one group, with their hints', async () => {
    const chosen = vi.fn();
    const page = await mount(
      <Choices
        label="Colour"
        options={[
          { value: 'red', label: 'Red', hint: 'Warm' },
          { value: 'blue', label: 'Blue' },
        ]}
        value="red"
        onChange={chosen}
      />,
    );
    const radios = [...page.root.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
    expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
    await page.choose('Blue');
    expect(chosen).toHaveBeenCalledWith('blue');
    await expectAccessible(page.root);
  });
});

describe('a dialog', () => {
  function Asking() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <Button onPress={() => setOpen(true)}>Open</Button>
        {open && (
          <Dialog heading="Sure?" onClose={() => setOpen(false)}>
            <p>Really</p>
          </Dialog>
        )}
      </>
    );
  }

  test('is modal, named by its heading, and gives focus back when it is closed', async () => {
    const page = await mount(<Asking />);
    page.button('Open').focus();
    await page.press('Open');
    const dialog = element(page.root, 'dialog');
    expect((dialog as HTMLDialogElement).open).toBe(true);
    expect(
      element(page.root, `[id="${dialog.getAttribute('aria-labelledby') ?? ''}"]`).textContent,
    ).toBe('Sure?');
    await expectAccessible(page.root);
    await page.press('Close');
    expect(page.root.querySelector('dialog')).toBeNull();
    expect(document.activeElement).toBe(page.button('Open'));
  });

  test('Escape closes it by the page’s own state', async () => {
    const page = await mount(<Asking />);
    await page.press('Open');
    element(page.root, 'dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    await page.until(() => expect(page.root.querySelector('dialog')).toBeNull());
  });
});

test('a switch, a select, steps and a table have names and no violation', async () => {
  const switched = vi.fn();
  const page = await mount(
    <main>
      <h1>Kit</h1>
      <Switch label="On" hint="Or off" checked={false} onChange={switched} />
      <Select label="Which" options={[{ value: 'a', label: 'A' }]} value="a" onChange={() => {}} />
      <Steps now={2} of={5} />
      <Table caption="Days" head={['Day', 'Time']} rows={[{ key: 'm', cells: ['Mon', '1'] }]} />
    </main>,
  );
  element(page.root, '[role="switch"]').click();
  expect(switched).toHaveBeenCalledWith(true);
  expect(page.words()).toContain('Step 2 of 5');
  expect(element(page.root, 'tbody th').getAttribute('scope')).toBe('row');
  await expectAccessible(page.root);
});

test('a link to the web opens beside the page and sends no referrer; a phone link stays', async () => {
  const page = await mount(
    <>
      <LinkButton href="https://help.test/">Web</LinkButton>
      <LinkButton href="tel:1098">Phone</LinkButton>
    </>,
  );
  expect(page.button('Web').getAttribute('rel')).toBe('noopener noreferrer');
  expect(page.button('Phone').getAttribute('target')).toBeNull();
});

describe('reading aloud', () => {
  test('is offered to the young where this device has a voice', async () => {
    const page = await mount(<ReadAloud words="Hello" />, {
      band: '5-8',
      services: { canReadAloud: async () => true },
    });
    await page.press('Read it to me');
    expect(page.platform.done).toEqual(['readAloud Hello']);
  });

  test('is not offered without a voice, nor to the older', async () => {
    const shown = (
      <main>
        <ReadAloud words="Hello" />
      </main>
    );
    const silent = await mount(shown, { band: '5-8' });
    expect(silent.root.querySelector('button')).toBeNull();
    const older = await mount(shown, {
      band: '16-17',
      services: { canReadAloud: async () => true },
    });
    expect(older.root.querySelector('button')).toBeNull();
  });
});
