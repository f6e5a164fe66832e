import './mark.css';

/** Saathi's mark: two companions, one tall, one small, on the same path. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
      <path class="mark-path" d="M4 41c9-5 17-5.500 25-3.500 6 1.500 10 1.500 15-.500" />
      <path class="mark-tall" d="M10 36.500V15a8 8 0 0 1 16 0v20.200a34 34 0 0 0-16 1.300z" />
      <path
        class="mark-small"
        d="M28.500 35.600V25.500a6 6 0 0 1 12 0v11.700c-3.500.900-6.500.300-10-.900a20 20 0 0 0-2-.700z"
      />
      <circle class="mark-eye" cx="20.500" cy="16" r="1.700" />
      <circle class="mark-eye" cx="32.500" cy="26" r="1.500" />
    </svg>
  );
}
