import { useId } from 'preact/hooks';

export type FilePickerProps = {
  readonly label: string;
  readonly hint?: string;
  readonly onFile: (file: File) => void;
};

/** One JSON file of a guardian's choice. */
export function FilePicker({ label, hint, onFile }: FilePickerProps) {
  const id = useId();
  return (
    <div class="file">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept="application/json,.json"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file, mended, may be chosen again.
          input.value = '';
        }}
      />
      {hint !== undefined && (
        <p class="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
