import './file-picker.css';
import { useId } from 'preact/hooks';

export type FilePickerProps = {
  readonly label: string;
  readonly hint?: string;
  readonly onFile: (file: Pick<File, 'size' | 'text'>) => void;
};

/** Chooses one JSON file. The same file may be chosen again. */
export function FilePicker({ label, hint, onFile }: FilePickerProps) {
  const id = useId();
  return (
    <div class="file-picker">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="file"
        accept="application/json,.json"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file !== undefined) onFile(file);
          input.value = '';
        }}
      />
    </div>
  );
}
