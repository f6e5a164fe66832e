import './table.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export type TableProps = {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly ComponentChildren[];
  }[];
};

/** Scrolls sideways inside itself on a narrow screen, also by keyboard. */
export function Table({ caption, hideCaption = false, head, rows }: TableProps) {
  const id = useId();
  return (
    <div class="table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table class="table">
        <caption id={id} class={hideCaption ? 'visually-hidden' : 'table-caption'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={head[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={head[column]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
