import { useState } from 'preact/hooks';

import { Icon } from '@/components/icons/Icon.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Dialog } from '@/components/ui/Dialog.tsx';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import { EditedChild } from './EditedChild.tsx';

export type ChildCardProps = {
  readonly child: ChildProfile;
  readonly active: boolean;
  readonly only: boolean;
  readonly readOnly: boolean;
  readonly onActivate: () => void;
  readonly onChange: (child: ChildProfile) => void;
  readonly onRemove: () => void;
  readonly onShowHandOver: () => void;
};

export function ChildCard(props: ChildCardProps) {
  const { text } = useServices();
  const [mode, setMode] = useState<'shown' | 'edited' | 'removing'>('shown');
  const { child, active } = props;
  const show = () => setMode('shown');
  if (mode === 'edited') {
    return <EditedChild child={child} onChange={props.onChange} onClose={show} />;
  }
  return (
    <Card heading={child.nickname} icon="child">
      <div class="row">
        <span>{text(`band-${child.ageBand}`)}</span>
        {active && (
          <span class="badge badge-good">
            <Icon name="check" />
            {text('childActive')}
          </span>
        )}
      </div>
      <ChildButtons
        {...props}
        onEdit={() => setMode('edited')}
        onAskRemove={() => setMode('removing')}
      />
      {mode === 'removing' && (
        <RemoveDialog nickname={child.nickname} onClose={show} onRemove={props.onRemove} />
      )}
    </Card>
  );
}

type ChildButtonsProps = ChildCardProps & {
  readonly onEdit: () => void;
  readonly onAskRemove: () => void;
};

function ChildButtons(props: ChildButtonsProps) {
  const { text } = useServices();
  const { active, only, readOnly } = props;
  return (
    <div class="row">
      {!active && !readOnly && (
        <Button icon="child" onPress={props.onActivate}>
          {text('childActivate')}
        </Button>
      )}
      {!readOnly && (
        <Button icon="edit" onPress={props.onEdit}>
          {text('change')}
        </Button>
      )}
      <Button icon="book" onPress={props.onShowHandOver}>
        {text('childHandOver')}
      </Button>
      {!only && !readOnly && (
        <Button kind="plain" icon="trash" onPress={props.onAskRemove}>
          {text('remove')}
        </Button>
      )}
    </div>
  );
}

function RemoveDialog(props: {
  readonly nickname: string;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}) {
  const { text } = useServices();
  return (
    <Dialog heading={text('childRemoveHeading', { child: props.nickname })} onClose={props.onClose}>
      <div class="stack">
        <p>{text('childRemoveBody')}</p>
        <div class="row">
          <Button autoFocus onPress={props.onClose}>
            {text('cancel')}
          </Button>
          <Button kind="danger" icon="trash" onPress={props.onRemove}>
            {text('remove')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
