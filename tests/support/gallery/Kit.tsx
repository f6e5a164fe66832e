// Every control of the kit on one sheet.
import { useState } from 'preact/hooks';

import { Icon } from '@/components/icons/Icon.tsx';
import { shapes, type IconName } from '@/components/icons/shapes.ts';
import { Scene, type SceneName } from '@/components/scenes/Scene.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Screen } from '@/components/ui/Screen.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { Steps } from '@/components/ui/Steps.tsx';
import { Switch } from '@/components/ui/Switch.tsx';
import { Table } from '@/components/ui/Table.tsx';

const names = Object.keys(shapes) as IconName[];
const scenes: SceneName[] = ['gate', 'fork', 'fox', 'night', 'sunset', 'hand', 'letter', 'walk'];

export function Kit() {
  const [on, setOn] = useState(true);
  const [value, setValue] = useState('');
  return (
    <Screen width="wide" surface="kit">
      <div class="stack-loose">
        <h1>Kit</h1>
        <Steps now={2} of={5} />
        <div class="row">
          <Button kind="main" icon="back">
            Main
          </Button>
          <Button icon="ask">Quiet</Button>
          <Button kind="plain" icon="report">
            Plain
          </Button>
          <Button kind="danger" icon="trash">
            Danger
          </Button>
          <Button kind="main" busy>
            Busy
          </Button>
          <Button disabled>Disabled</Button>
          <Button size="small" icon="copy">
            Small
          </Button>
          <Button icon="close" label="Close" />
        </div>
        <Card heading="Card" icon="key">
          <Field label="Field" hint="A hint" value={value} onInput={setValue} />
          <Field
            label="PIN"
            type="password"
            value="1234"
            onInput={setValue}
            error="Not right"
            dir="ltr"
          />
          <Select
            label="Select"
            options={[{ value: 'a', label: 'One' }]}
            value="a"
            onChange={() => {}}
          />
          <Switch label="Switch" hint="A hint" checked={on} onChange={setOn} />
          <Switch label="Switch off" checked={false} onChange={() => {}} />
        </Card>
        <Choices
          label="Choices"
          options={[
            { value: 'a', label: 'First', hint: 'With a hint', icon: 'child' },
            { value: 'b', label: 'Second', icon: 'family' },
          ]}
          value="a"
          onChange={() => {}}
        />
        <Notice tone="calm">
          <p>Calm</p>
        </Notice>
        <Notice tone="good">
          <p>Good</p>
        </Notice>
        <Notice tone="care">
          <p>Care</p>
        </Notice>
        <Table
          caption="Table"
          head={['Name', 'Value']}
          rows={[
            { key: 'a', cells: ['One', '1'] },
            { key: 'b', cells: ['Two', '2'] },
          ]}
        />
        <div class="row">
          {names.map((name) => (
            <span key={name} title={name}>
              <Icon name={name} size="big" />
            </span>
          ))}
        </div>
        <div class="mine-cards">
          {scenes.map((name) => (
            <Scene key={name} name={name} />
          ))}
        </div>
      </div>
    </Screen>
  );
}
